CREATE SCHEMA IF NOT EXISTS habilitations;

-- The request, as it stands. `content` is what the organisation wrote last; `granted` the newest version granted, 0 for none.
CREATE TABLE habilitations.demande (
    id           uuid        PRIMARY KEY,
    organisation uuid        NOT NULL,
    requester    uuid,
    state        text        NOT NULL CHECK (state IN ('soumise', 'a-modifier', 'accordee', 'refusee', 'revoquee')),
    content      jsonb       NOT NULL,
    motif        text        NOT NULL DEFAULT '',
    granted      int         NOT NULL DEFAULT 0 CHECK (granted >= 0),
    version      bigint      NOT NULL DEFAULT 1,
    created_at   timestamptz NOT NULL,
    changed_at   timestamptz NOT NULL,
    CHECK (state <> 'accordee' OR granted > 0)
);

CREATE INDEX demande_organisation ON habilitations.demande (organisation, changed_at DESC);
CREATE INDEX demande_to_examine ON habilitations.demande (changed_at) WHERE state = 'soumise';

-- What was granted, as it was granted. Rows never change.
CREATE TABLE habilitations.version (
    id           uuid        NOT NULL REFERENCES habilitations.demande,
    version      int         NOT NULL CHECK (version > 0),
    organisation uuid        NOT NULL,
    content      jsonb       NOT NULL,
    valid_from   date        NOT NULL,
    valid_until  date        NOT NULL,
    granted_at   timestamptz NOT NULL,
    granted_by   uuid,
    PRIMARY KEY (id, version),
    CHECK (valid_from < valid_until)
);

CREATE INDEX version_organisation ON habilitations.version (organisation);

-- Ends every version of an habilitation, from the next call on.
CREATE TABLE habilitations.revocation (
    id         uuid        PRIMARY KEY REFERENCES habilitations.demande,
    motif      text        NOT NULL,
    revoked_at timestamptz NOT NULL,
    revoked_by uuid
);

CREATE TABLE habilitations.act (
    place   bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    demande uuid        NOT NULL REFERENCES habilitations.demande,
    act     text        NOT NULL,
    at      timestamptz NOT NULL,
    actor   uuid,
    version int         NOT NULL,
    motif   text        NOT NULL
);

CREATE INDEX act_demande ON habilitations.act (demande, place);

CREATE FUNCTION habilitations.unchanging() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'what was granted or revoked never changes';
END
$$;

CREATE TRIGGER version_unchanging BEFORE UPDATE OR DELETE ON habilitations.version
    FOR EACH ROW EXECUTE FUNCTION habilitations.unchanging();
CREATE TRIGGER revocation_unchanging BEFORE UPDATE OR DELETE ON habilitations.revocation
    FOR EACH ROW EXECUTE FUNCTION habilitations.unchanging();
