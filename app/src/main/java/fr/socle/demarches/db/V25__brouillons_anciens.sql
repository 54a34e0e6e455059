-- The drafts of a procedure before their last changes: what undoing goes back to, and what tells the second of two
-- writers what the first one changed. `version` is the last one at which the draft stood so.
CREATE TABLE demarches.brouillon_ancien (
    demarche      uuid   NOT NULL REFERENCES demarches.demarche ON DELETE CASCADE,
    version       bigint NOT NULL,
    draft         text   NOT NULL,
    datasets      text[] NOT NULL,
    habilitations uuid[] NOT NULL,
    PRIMARY KEY (demarche, version)
);

CREATE FUNCTION demarches.keep_draft() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO demarches.brouillon_ancien (demarche, version, draft, datasets, habilitations)
    VALUES (OLD.id, OLD.version, OLD.draft, OLD.datasets, OLD.habilitations);
    DELETE FROM demarches.brouillon_ancien
     WHERE demarche = OLD.id
       AND version <= (SELECT version FROM demarches.brouillon_ancien
                        WHERE demarche = OLD.id ORDER BY version DESC OFFSET 20 LIMIT 1);
    RETURN NULL;
END
$$;

CREATE TRIGGER demarche_keeps_drafts AFTER UPDATE OF draft ON demarches.demarche
    FOR EACH ROW WHEN (OLD.draft IS DISTINCT FROM NEW.draft) EXECUTE FUNCTION demarches.keep_draft();
