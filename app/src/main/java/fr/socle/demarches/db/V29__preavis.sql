-- What the usager was told before his dossier, or his draft, goes at the end of the time for which it is kept.
CREATE TABLE demarches.preavis (
    dossier uuid        PRIMARY KEY REFERENCES demarches.dossier ON DELETE CASCADE,
    told_at timestamptz NOT NULL
);
