-- Answers that a program sent before any usager came, sealed, under the hash of the token that it got. The first
-- usager who begins with it takes them: only the tie to the dossier stays, so that the program may follow it.
CREATE TABLE demarches.preremplissage (
    token_hash bytea       PRIMARY KEY CHECK (length(token_hash) = 32),
    demarche   uuid        NOT NULL REFERENCES demarches.demarche ON DELETE CASCADE,
    content    bytea       CHECK (length(content) <= 300000),
    dossier    uuid        REFERENCES demarches.dossier ON DELETE CASCADE,
    made_at    timestamptz NOT NULL,
    CHECK ((content IS NULL) = (dossier IS NOT NULL))
);

CREATE INDEX preremplissage_made_at ON demarches.preremplissage (made_at) WHERE dossier IS NULL;
CREATE INDEX preremplissage_dossier ON demarches.preremplissage (dossier);
