-- Who is signed in at a federation, in one browser: its cookie holds a secret, this row the hash and, sealed, what
-- the provider said. Once expired it signs nobody in; it is kept a day longer, so that who leaves then leaves every
-- service to which it led.
CREATE TABLE identity.federation_session (
    id          uuid        PRIMARY KEY,
    federation  text        NOT NULL,
    secret_hash bytea       NOT NULL UNIQUE CHECK (length(secret_hash) = 32),
    person      uuid,                                      -- none for an agent
    owner       bytea       NOT NULL CHECK (length(owner) = 32),   -- HMAC of the person, or of the agent's account
    provider    text        NOT NULL,
    acr         text        NOT NULL,
    amr         text[]      NOT NULL,
    auth_time   timestamptz NOT NULL,
    sealed      bytea       NOT NULL,
    expires_at  timestamptz NOT NULL,
    kept_until  timestamptz NOT NULL
);

CREATE INDEX federation_session_owner ON identity.federation_session (owner);
CREATE INDEX federation_session_kept_until ON identity.federation_session (kept_until);

-- The services to which a session led. Each knows it by a name of its own (sid), so that two cannot compare theirs.
CREATE TABLE identity.session_service (
    sid       text PRIMARY KEY,
    session   uuid NOT NULL REFERENCES identity.federation_session ON DELETE CASCADE,
    client_id text NOT NULL,
    subject   text NOT NULL
);

CREATE INDEX session_service_session ON identity.session_service (session);
CREATE INDEX session_service_client ON identity.session_service (client_id);

-- The session to which a sign-in led: its codes and tokens hold while that row is there.
ALTER TABLE identity.sign_in ADD COLUMN session uuid;

-- Sessions on the pages of this house, by the name under which they know the federation's session.
ALTER TABLE identity.usager_session ADD COLUMN sid text;

CREATE INDEX usager_session_person ON identity.usager_session (person);
CREATE INDEX usager_session_sid ON identity.usager_session (sid) WHERE sid IS NOT NULL;

CREATE TABLE identity.agent_entry (
    secret_hash bytea       PRIMARY KEY CHECK (length(secret_hash) = 32),   -- of the directory's session
    sid         text        NOT NULL,
    ends_at     timestamptz NOT NULL
);

CREATE INDEX agent_entry_sid ON identity.agent_entry (sid);

-- What people agreed to, service by service. One that is withdrawn is kept as evidence for a year.
CREATE TABLE identity.consent (
    id           uuid        PRIMARY KEY,
    person       uuid        NOT NULL REFERENCES identity.person,
    client_id    text        NOT NULL,
    scopes       text[]      NOT NULL,
    given_at     timestamptz NOT NULL,
    withdrawn_at timestamptz
);

CREATE UNIQUE INDEX consent_in_force ON identity.consent (person, client_id) WHERE withdrawn_at IS NULL;
CREATE INDEX consent_withdrawn_at ON identity.consent (withdrawn_at) WHERE withdrawn_at IS NOT NULL;

-- Services that are still to be told that somebody left (OpenID Connect Back-Channel Logout 1.0).
CREATE TABLE identity.logout_notice (
    id        uuid        PRIMARY KEY,
    client_id text        NOT NULL,
    subject   text        NOT NULL,
    sid       text        NOT NULL,
    attempts  integer     NOT NULL DEFAULT 0,
    due_at    timestamptz NOT NULL
);

CREATE INDEX logout_notice_due_at ON identity.logout_notice (due_at);
