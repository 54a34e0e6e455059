-- Clients of the GraphQL API name procedures and dossiers by whole numbers of 31 bits (`number: Int!`).
ALTER TABLE demarches.demarche ADD serial integer GENERATED ALWAYS AS IDENTITY UNIQUE;
ALTER TABLE demarches.dossier ADD serial integer GENERATED ALWAYS AS IDENTITY UNIQUE;

-- The pages that clients read from end to end, by deposit or by last change.
CREATE INDEX dossier_by_deposit ON demarches.dossier (demarche, deposited_at, serial) WHERE state <> 'brouillon';
CREATE INDEX dossier_by_change ON demarches.dossier (demarche, changed_at, serial) WHERE state <> 'brouillon';

-- What is left of a deposited dossier once it is gone, so that clients remove it too: nothing of the person.
CREATE TABLE demarches.dossier_disparu (
    serial     integer     PRIMARY KEY,
    demarche   uuid        NOT NULL,
    state      text        NOT NULL,
    reason     text        NOT NULL CHECK (reason IN ('expired', 'user_request')),
    deleted_at timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX dossier_disparu_demarche ON demarches.dossier_disparu (demarche, deleted_at, serial);

-- A decided dossier goes at its term; any other only because its usager wanted it.
CREATE FUNCTION demarches.note_disparition() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO demarches.dossier_disparu (serial, demarche, state, reason)
    VALUES (OLD.serial, OLD.demarche, OLD.state,
            CASE WHEN OLD.decided_at IS NULL THEN 'user_request' ELSE 'expired' END);
    RETURN NULL;
END
$$;

CREATE TRIGGER dossier_leaves_its_number AFTER DELETE ON demarches.dossier
    FOR EACH ROW WHEN (OLD.state <> 'brouillon') EXECUTE FUNCTION demarches.note_disparition();

-- A token with which a program reads and handles the dossiers of an organisation. `demarches` empty: all of them;
-- `networks` empty: from everywhere. `minute` and `calls` count towards its limit.
CREATE TABLE demarches.jeton (
    id           uuid        PRIMARY KEY,
    organisation uuid        NOT NULL,
    agent        uuid        NOT NULL,
    label        text        NOT NULL CHECK (length(label) BETWEEN 1 AND 120),
    secret_hash  bytea       NOT NULL UNIQUE CHECK (length(secret_hash) = 32),
    demarches    uuid[]      NOT NULL,
    networks     text[]      NOT NULL,
    may_write    boolean     NOT NULL,
    created_at   timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL,
    revoked_at   timestamptz,
    last_used    date,
    minute       bigint      NOT NULL DEFAULT 0,
    calls        integer     NOT NULL DEFAULT 0,
    CHECK (expires_at > created_at)
);

CREATE INDEX jeton_organisation ON demarches.jeton (organisation, created_at DESC);

-- The last entry that the journal has of a program's reading of a dossier: repeated soon after, it counts here.
CREATE TABLE demarches.jeton_acces (
    dossier uuid        NOT NULL REFERENCES demarches.dossier ON DELETE CASCADE,
    jeton   uuid        NOT NULL REFERENCES demarches.jeton,
    since   timestamptz NOT NULL,
    times   integer     NOT NULL CHECK (times > 0),
    PRIMARY KEY (dossier, jeton)
);

-- Files that programs announce and then send by themselves, once each; the id is the secret of the address.
CREATE TABLE demarches.depot_direct (
    id           uuid        PRIMARY KEY,
    jeton        uuid        NOT NULL REFERENCES demarches.jeton,
    dossier      uuid        NOT NULL REFERENCES demarches.dossier ON DELETE CASCADE,
    filename     text        NOT NULL CHECK (length(filename) BETWEEN 1 AND 200),
    content_type text        NOT NULL CHECK (length(content_type) BETWEEN 1 AND 200),
    size         integer     NOT NULL CHECK (size > 0),
    checksum     text        NOT NULL CHECK (length(checksum) = 24),
    expires_at   timestamptz NOT NULL,
    begun_at     timestamptz,
    piece        uuid
);

CREATE INDEX depot_direct_dossier ON demarches.depot_direct (dossier);
