-- What agents note beside a dossier for themselves, by the annotations of its revision.
CREATE TABLE demarches.annotation (
    dossier    uuid        PRIMARY KEY REFERENCES demarches.dossier ON DELETE CASCADE,
    valeurs    jsonb       NOT NULL,
    changed_at timestamptz NOT NULL
);

-- A message that an agent took back: its words are gone, its place stays.
ALTER TABLE demarches.message ADD discarded_at timestamptz CHECK (discarded_at >= sent_at);
ALTER TABLE demarches.message DROP CONSTRAINT message_body_check;
ALTER TABLE demarches.message ADD CONSTRAINT message_body_check
    CHECK (CASE WHEN discarded_at IS NULL THEN length(body) BETWEEN 1 AND 8000 ELSE body = '' END);

-- The pages of one group that programs read from end to end; the default group's are read by the procedure.
CREATE INDEX dossier_by_group ON demarches.dossier (groupe, deposited_at, serial)
    WHERE groupe IS NOT NULL AND state <> 'brouillon';

-- In which group a dossier was that is gone; null: the default one.
ALTER TABLE demarches.dossier_disparu ADD groupe uuid;

CREATE OR REPLACE FUNCTION demarches.note_disparition() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO demarches.dossier_disparu (serial, demarche, groupe, state, reason)
    VALUES (OLD.serial, OLD.demarche, OLD.groupe, OLD.state,
            CASE WHEN OLD.decided_at IS NULL THEN 'user_request' ELSE 'expired' END);
    RETURN NULL;
END
$$;
