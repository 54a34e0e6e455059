CREATE SCHEMA IF NOT EXISTS demarches;

-- `search_title` and `search` are in normal form (upper case, no accents), so that a search forgives them.
CREATE TABLE demarches.demarche (
    id                uuid        PRIMARY KEY,
    organisation      uuid        NOT NULL,
    slug              text        NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(slug) <= 80),
    title             text        NOT NULL CHECK (length(title) BETWEEN 1 AND 255),
    search_title      text        NOT NULL,
    description       text        NOT NULL CHECK (length(description) <= 10000),
    search            text        NOT NULL,
    audience          text        NOT NULL CHECK (length(audience) <= 2000),
    cadre_juridique   text        NOT NULL CHECK (length(cadre_juridique) <= 2000),
    services          uuid[]      NOT NULL DEFAULT '{}',
    attestation_title text        NOT NULL DEFAULT '',
    attestation_body  text        NOT NULL DEFAULT '',
    retention_months  integer     NOT NULL CHECK (retention_months BETWEEN 1 AND 60),
    minutes           integer     NOT NULL CHECK (minutes BETWEEN 1 AND 600),
    draft             text        NOT NULL,               -- a definition, as DefinitionJson writes it
    datasets          text[]      NOT NULL DEFAULT '{}',  -- which habilitation founds each data set of the draft
    habilitations     uuid[]      NOT NULL DEFAULT '{}',
    state             text        NOT NULL DEFAULT 'brouillon' CHECK (state IN ('brouillon', 'publiee', 'close')),
    version           bigint      NOT NULL DEFAULT 1,
    created_at        timestamptz NOT NULL,
    changed_at        timestamptz NOT NULL,
    CHECK (cardinality(datasets) = cardinality(habilitations))
);

CREATE INDEX demarche_organisation ON demarches.demarche (organisation, search_title);
CREATE INDEX demarche_open ON demarches.demarche (search_title) WHERE state = 'publiee';

-- What was published once stays as it was: dossiers lean on it.
CREATE TABLE demarches.revision (
    id            uuid        PRIMARY KEY,
    demarche      uuid        NOT NULL REFERENCES demarches.demarche,
    number        integer     NOT NULL CHECK (number > 0),
    definition    text        NOT NULL,
    datasets      text[]      NOT NULL,
    habilitations uuid[]      NOT NULL,
    published_at  timestamptz NOT NULL,
    UNIQUE (demarche, number)
);

CREATE FUNCTION demarches.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a published revision never changes';
END
$$;

CREATE TRIGGER revision_is_immutable BEFORE UPDATE ON demarches.revision
    FOR EACH ROW EXECUTE FUNCTION demarches.refuse_change();
