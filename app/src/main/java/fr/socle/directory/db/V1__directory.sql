CREATE SCHEMA IF NOT EXISTS directory;

-- `search` is the name in normal form (upper case, no accents), so that a search forgives them.
CREATE TABLE directory.organisation (
    id            uuid        PRIMARY KEY,
    siret         text        NOT NULL UNIQUE CHECK (siret ~ '^[0-9]{14}$'),
    name          text        NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    search        text        NOT NULL,
    type          text        NOT NULL CHECK (type IN ('ministere', 'region', 'departement', 'commune', 'epci',
                                  'etablissement-public', 'etablissement-scolaire', 'association', 'entreprise', 'autre')),
    parent        uuid        REFERENCES directory.organisation,
    active        boolean     NOT NULL DEFAULT true,
    demonstration boolean     NOT NULL DEFAULT false,
    version       bigint      NOT NULL DEFAULT 1,
    created_at    timestamptz NOT NULL,
    CHECK (parent <> id)
);

CREATE INDEX organisation_search ON directory.organisation (search, id);
CREATE INDEX organisation_parent ON directory.organisation (parent);

-- Apart, so that no list reads a picture.
CREATE TABLE directory.logo (
    organisation uuid  PRIMARY KEY REFERENCES directory.organisation,
    type         text  NOT NULL CHECK (type IN ('image/png', 'image/jpeg', 'image/webp')),
    content      bytea NOT NULL CHECK (length(content) <= 200000)
);

CREATE TABLE directory.service (
    id           uuid        PRIMARY KEY,
    organisation uuid        NOT NULL REFERENCES directory.organisation,
    parent       uuid,
    name         text        NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    search       text        NOT NULL,
    active       boolean     NOT NULL DEFAULT true,
    version      bigint      NOT NULL DEFAULT 1,
    created_at   timestamptz NOT NULL,
    UNIQUE (organisation, id),
    UNIQUE NULLS NOT DISTINCT (organisation, parent, search),
    FOREIGN KEY (organisation, parent) REFERENCES directory.service (organisation, id),
    CHECK (parent <> id)
);

-- The e-mail serves to write to the agent. It identifies nobody and need not be unique.
CREATE TABLE directory.agent (
    id            uuid        PRIMARY KEY,
    name          text        NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    search        text        NOT NULL,
    email         text,
    active        boolean     NOT NULL DEFAULT true,
    demonstration boolean     NOT NULL DEFAULT false,
    version       bigint      NOT NULL DEFAULT 1,
    created_at    timestamptz NOT NULL
);

CREATE INDEX agent_search ON directory.agent (search, id);

-- Who an agent is, outside: the subject that an issuer vouches for.
CREATE TABLE directory.identity (
    issuer   text        NOT NULL CHECK (length(issuer) BETWEEN 1 AND 500),
    sub      text        NOT NULL CHECK (length(sub) BETWEEN 1 AND 255),
    agent    uuid        NOT NULL REFERENCES directory.agent,
    bound_at timestamptz NOT NULL,
    PRIMARY KEY (issuer, sub)
);

CREATE INDEX identity_agent ON directory.identity (agent);

CREATE TABLE directory.membership (
    agent        uuid        NOT NULL REFERENCES directory.agent,
    organisation uuid        NOT NULL REFERENCES directory.organisation,
    roles        text[]      NOT NULL DEFAULT '{}',
    active       boolean     NOT NULL DEFAULT true,
    version      bigint      NOT NULL DEFAULT 1,
    since        timestamptz NOT NULL,
    PRIMARY KEY (agent, organisation)
);

CREATE INDEX membership_organisation ON directory.membership (organisation);

CREATE TABLE directory.membership_service (
    agent        uuid NOT NULL,
    organisation uuid NOT NULL,
    service      uuid NOT NULL,
    PRIMARY KEY (agent, organisation, service),
    FOREIGN KEY (agent, organisation) REFERENCES directory.membership,
    FOREIGN KEY (organisation, service) REFERENCES directory.service (organisation, id)
);

CREATE INDEX membership_service_service ON directory.membership_service (organisation, service);

CREATE TABLE directory.invitation (
    id           uuid        PRIMARY KEY,
    secret_hash  bytea       NOT NULL UNIQUE CHECK (length(secret_hash) = 32),
    organisation uuid        NOT NULL REFERENCES directory.organisation,
    name         text        NOT NULL,
    search       text        NOT NULL,
    email        text        NOT NULL,
    roles        text[]      NOT NULL,
    services     uuid[]      NOT NULL,
    state        text        NOT NULL CHECK (state IN ('envoyee', 'acceptee', 'retiree')),
    agent        uuid        REFERENCES directory.agent,
    invited_at   timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL,
    version      bigint      NOT NULL DEFAULT 1,
    CHECK ((state = 'acceptee') = (agent IS NOT NULL))
);

CREATE INDEX invitation_organisation ON directory.invitation (organisation, invited_at DESC);

-- An agent at work. Rights are not here: they are read from membership at each request.
CREATE TABLE directory.session (
    id           uuid        PRIMARY KEY,
    secret_hash  bytea       NOT NULL UNIQUE CHECK (length(secret_hash) = 32),
    agent        uuid        NOT NULL REFERENCES directory.agent,
    organisation uuid        NOT NULL REFERENCES directory.organisation,
    opened_at    timestamptz NOT NULL,
    touched_at   timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL
);

CREATE INDEX session_agent ON directory.session (agent);
CREATE INDEX session_expires_at ON directory.session (expires_at);

-- An address that signs an agent in once; its row goes when it is used.
CREATE TABLE directory.one_time_address (
    secret_hash bytea       PRIMARY KEY CHECK (length(secret_hash) = 32),
    agent       uuid        NOT NULL REFERENCES directory.agent,
    expires_at  timestamptz NOT NULL
);

CREATE TABLE directory.api_token (
    id          uuid        PRIMARY KEY,
    secret_hash bytea       NOT NULL UNIQUE CHECK (length(secret_hash) = 32),
    label       text        NOT NULL CHECK (length(label) BETWEEN 1 AND 120),
    rights      text[]      NOT NULL,
    created_at  timestamptz NOT NULL,
    expires_at  timestamptz NOT NULL,
    last_used   date,
    revoked_at  timestamptz
);

-- The one way into an empty directory: at most one row, gone once it was used.
CREATE TABLE directory.first_steps (
    single      boolean     PRIMARY KEY DEFAULT true CHECK (single),
    secret_hash bytea       NOT NULL CHECK (length(secret_hash) = 32),
    issued_at   timestamptz NOT NULL
);

-- What a POST of the API answered, sealed, so that the same key gets the same answer for a day.
CREATE TABLE directory.idempotency (
    caller    uuid        NOT NULL,
    key       text        NOT NULL CHECK (length(key) BETWEEN 1 AND 200),
    request   bytea       NOT NULL CHECK (length(request) = 32),
    answer    bytea,
    stored_at timestamptz NOT NULL,
    PRIMARY KEY (caller, key)
);

CREATE INDEX idempotency_stored_at ON directory.idempotency (stored_at);

-- Built from the journal; holds no name and drops what the journal erased.
CREATE TABLE directory.trail (
    index        bigint      PRIMARY KEY,
    organisation uuid        NOT NULL,
    kind         text        NOT NULL,
    written_at   timestamptz NOT NULL,
    purge_month  date        NOT NULL,                    -- when the journal erases the entry
    actor        uuid,
    actor_kind   text        NOT NULL,
    agent        uuid,
    detail       text        NOT NULL
);

CREATE INDEX trail_organisation ON directory.trail (organisation, index DESC);
