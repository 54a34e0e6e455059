-- A company whose data was exchanged is a subject of the journal like a person: under a random reference, which says
-- nothing of it.
CREATE TABLE directory.entreprise (
    siren   text PRIMARY KEY CHECK (siren ~ '^[0-9]{9}$'),
    subject uuid NOT NULL UNIQUE
);

-- Who signed in with the account of an employer, for the pages of companies. `person` is the usager who used it first:
-- nobody else may.
CREATE TABLE directory.compte_professionnel (
    secret_hash bytea       PRIMARY KEY CHECK (length(secret_hash) = 32),
    siret       text        NOT NULL CHECK (siret ~ '^[0-9]{14}$'),
    person      uuid,
    expires_at  timestamptz NOT NULL
);

CREATE INDEX compte_professionnel_expires ON directory.compte_professionnel (expires_at);
