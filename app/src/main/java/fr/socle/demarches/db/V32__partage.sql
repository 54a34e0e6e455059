-- Whom usagers invite to fill a draft with them, or (`cession`) to take it over: by an address first, as a person once
-- they accepted; whoever takes a draft over is then its usager, and all its lines go. A line that
-- ended stays with its draft, so that nobody is written to again and again.
CREATE TABLE demarches.co_redacteur (
    id         uuid        PRIMARY KEY,
    dossier    uuid        NOT NULL REFERENCES demarches.dossier ON DELETE CASCADE,
    email      text        NOT NULL CHECK (length(email) <= 254),
    cession    boolean     NOT NULL,
    token_hash bytea       UNIQUE CHECK (length(token_hash) = 32),
    person     uuid,
    name       text,
    invited_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    ended_at   timestamptz,
    CHECK ((person IS NULL) = (name IS NULL)),
    CHECK (NOT cession OR person IS NULL),
    CHECK (token_hash IS NULL OR (person IS NULL AND ended_at IS NULL))
);

CREATE INDEX co_redacteur_dossier ON demarches.co_redacteur (dossier);
CREATE UNIQUE INDEX co_redacteur_person ON demarches.co_redacteur (person, dossier)
    WHERE person IS NOT NULL AND ended_at IS NULL;

-- They fill the draft and nothing else: at the deposit they are forgotten.
CREATE FUNCTION demarches.forget_co_redacteurs() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM demarches.co_redacteur WHERE dossier = NEW.id;
    RETURN NULL;
END
$$;

CREATE TRIGGER dossier_forgets_co_redacteurs AFTER UPDATE OF state ON demarches.dossier
    FOR EACH ROW WHEN (OLD.state = 'brouillon' AND NEW.state <> 'brouillon')
    EXECUTE FUNCTION demarches.forget_co_redacteurs();
