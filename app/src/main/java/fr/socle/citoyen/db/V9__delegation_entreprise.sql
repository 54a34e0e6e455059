-- Whom representatives let into the file of their company. `name` is what the giver calls the person, `code_hash` the
-- SHA-256 of a code that lets in, once, whoever comes with it and an account of the company; `person` is who came.
CREATE TABLE citoyen.delegation_entreprise (
    id          uuid        PRIMARY KEY,
    siren       text        NOT NULL CHECK (siren ~ '^[0-9]{9}$'),
    name        text        NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
    given_by    text        NOT NULL,
    given_at    timestamptz NOT NULL,
    code_hash   bytea       NOT NULL UNIQUE CHECK (length(code_hash) = 32),
    code_until  timestamptz NOT NULL,
    until       timestamptz NOT NULL,
    person      uuid,
    accepted_at timestamptz,
    ended_at    timestamptz,
    CHECK (person IS NULL OR accepted_at IS NOT NULL)
);
CREATE INDEX delegation_entreprise_siren ON citoyen.delegation_entreprise (siren, given_at DESC);
CREATE INDEX delegation_entreprise_person ON citoyen.delegation_entreprise (person) WHERE person IS NOT NULL;
