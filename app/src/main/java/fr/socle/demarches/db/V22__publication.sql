-- Answers of a draft that a newer revision of its procedure has no place for: the usager reads them until the
-- deposit. What another administration had given is never copied here: `line` is then empty.
CREATE TABLE demarches.reponse_ecartee (
    dossier uuid        NOT NULL REFERENCES demarches.dossier ON DELETE CASCADE,
    rank    bigint      GENERATED ALWAYS AS IDENTITY,
    label   text        NOT NULL,
    line    text        NOT NULL,
    motif   text        NOT NULL CHECK (motif IN ('supprime', 'type', 'refuse', 'origine')),
    at      timestamptz NOT NULL,
    PRIMARY KEY (dossier, rank)
);

-- They are the usager's, not the administration's: they go when the dossier reaches it.
CREATE FUNCTION demarches.forget_ecartees() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM demarches.reponse_ecartee WHERE dossier = NEW.id;
    RETURN NULL;
END
$$;

CREATE TRIGGER dossier_forgets_ecartees AFTER UPDATE OF state ON demarches.dossier
    FOR EACH ROW WHEN (OLD.state = 'brouillon' AND NEW.state <> 'brouillon')
    EXECUTE FUNCTION demarches.forget_ecartees();

-- The drafts of one procedure, which a new revision changes.
CREATE INDEX dossier_drafts_of ON demarches.dossier (demarche, changed_at DESC) WHERE state = 'brouillon';
