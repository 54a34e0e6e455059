-- The private link by which testers fill the draft of a procedure, one at a time. The token is sealed besides, so that
-- its builders read the address again.
CREATE TABLE demarches.epreuve_lien (
    demarche   uuid        PRIMARY KEY REFERENCES demarches.demarche ON DELETE CASCADE,
    token_hash bytea       NOT NULL UNIQUE CHECK (length(token_hash) = 32),
    sealed     bytea       NOT NULL,
    made_at    timestamptz NOT NULL,
    expires_at timestamptz NOT NULL CHECK (expires_at > made_at)
);

-- What testers fill. It is no dossier: no list, count, export or program knows this table.
CREATE TABLE demarches.epreuve (
    secret_hash  bytea       PRIMARY KEY CHECK (length(secret_hash) = 32),
    lien         bytea       NOT NULL REFERENCES demarches.epreuve_lien (token_hash) ON DELETE CASCADE,
    definition   text        NOT NULL,
    reponses     text        NOT NULL,
    version      bigint      NOT NULL DEFAULT 1,
    changed_at   timestamptz NOT NULL,
    deposited_at timestamptz
);

CREATE INDEX epreuve_of_lien ON demarches.epreuve (lien);
CREATE INDEX epreuve_lien_expires_at ON demarches.epreuve_lien (expires_at);

-- Whoever publishes, and by whatever way: nothing of the tests is left.
CREATE FUNCTION demarches.forget_epreuves() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM demarches.epreuve_lien WHERE demarche = NEW.demarche;
    RETURN NULL;
END
$$;

CREATE TRIGGER revision_forgets_epreuves AFTER INSERT ON demarches.revision
    FOR EACH ROW EXECUTE FUNCTION demarches.forget_epreuves();
