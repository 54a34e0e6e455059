-- Why something is to be corrected, and every correction that was ever asked: delays of tacit decisions stop meanwhile.
ALTER TABLE demarches.dossier ADD correction_reason text CHECK (correction_reason IN ('incorrect', 'incomplete', 'outdated'));

UPDATE demarches.dossier SET correction_reason = 'incorrect' WHERE correction IS NOT NULL;

ALTER TABLE demarches.dossier ADD CHECK ((correction IS NULL) = (correction_reason IS NULL));

CREATE TABLE demarches.correction (
    dossier     uuid        NOT NULL REFERENCES demarches.dossier ON DELETE CASCADE,
    rank        bigint      GENERATED ALWAYS AS IDENTITY,
    reason      text        NOT NULL CHECK (reason IN ('incorrect', 'incomplete', 'outdated')),
    asked_at    timestamptz NOT NULL,
    resolved_at timestamptz CHECK (resolved_at >= asked_at),
    PRIMARY KEY (dossier, rank)
);

CREATE UNIQUE INDEX correction_pending ON demarches.correction (dossier) WHERE resolved_at IS NULL;

INSERT INTO demarches.correction (dossier, reason, asked_at)
SELECT id, correction_reason, correction_at FROM demarches.dossier WHERE correction IS NOT NULL;

ALTER TABLE demarches.etape DROP CONSTRAINT etape_event_check;
ALTER TABLE demarches.etape ADD CONSTRAINT etape_event_check
    CHECK (event IN ('commence', 'depose', 'correction-demandee', 'correction-deposee', 'passe-en-instruction',
                     'repasse-en-construction', 'repasse-en-instruction', 'accepte', 'refuse', 'sans-suite'));
