CREATE SCHEMA IF NOT EXISTS identity;

-- Secrets of the house itself: one to derive each day's cookie key, one per sector for pairwise subjects…
CREATE TABLE identity.secret (
    name       text        PRIMARY KEY,
    sealed     bytea       NOT NULL,
    created_at timestamptz NOT NULL
);

-- Signing keys. A new one is published before it signs, an old one stays published until nothing it signed is valid.
CREATE TABLE identity.signing_key (
    kid         text        PRIMARY KEY,
    owner       text        NOT NULL,
    sealed      bytea       NOT NULL,
    signs_from  timestamptz NOT NULL,
    kept_until  timestamptz
);

CREATE INDEX signing_key_owner ON identity.signing_key (owner, signs_from DESC);

-- The services that rely on a federation. An address that starts with a slash lies in this house.
CREATE TABLE identity.client (
    client_id     text        PRIMARY KEY CHECK (length(client_id) BETWEEN 1 AND 100),
    federation    text        NOT NULL CHECK (federation IN ('citoyens', 'agents')),
    name          text        NOT NULL,
    organisation  text        NOT NULL,
    sector        text        NOT NULL,
    secret_hash   bytea       NOT NULL CHECK (length(secret_hash) = 32),
    sealed_secret bytea,                                   -- ours only: both ends live here
    redirect_uris text[]      NOT NULL CHECK (cardinality(redirect_uris) > 0),
    logout_uris   text[]      NOT NULL,
    scopes        text[]      NOT NULL,
    needs_pkce    boolean     NOT NULL,
    active        boolean     NOT NULL,
    changed_at    timestamptz NOT NULL
);

-- The identity providers behind a federation. Without issuer it is a demonstration provider, served by this house
-- wherever it stands: the uid and not an address is what accounts remember.
CREATE TABLE identity.provider (
    uid            text    PRIMARY KEY CHECK (uid ~ '^[a-z0-9-]{1,40}$'),
    federation     text    NOT NULL CHECK (federation IN ('citoyens', 'agents')),
    issuer         text,
    client_id      text    NOT NULL,
    sealed_secret  bytea   NOT NULL,
    label          text    NOT NULL,
    hint           text    NOT NULL,
    domains        text[]  NOT NULL,                       -- e-mail domains, of agents only
    binding_issuer text,                                   -- under which the directory knows its agents; else the issuer
    demonstration  boolean NOT NULL,
    active         boolean NOT NULL,
    position       integer NOT NULL,
    CHECK (demonstration = (issuer IS NULL))
);

CREATE TABLE identity.person (
    ref        uuid        PRIMARY KEY,
    created_at timestamptz NOT NULL
);

-- The civil status, sealed; the fingerprint is an HMAC of its normal form. Not unique: two persons may share all of it.
CREATE TABLE identity.civil_status (
    person      uuid        PRIMARY KEY REFERENCES identity.person,
    fingerprint bytea       NOT NULL CHECK (length(fingerprint) = 32),
    sealed      bytea       NOT NULL,
    changed_at  timestamptz NOT NULL
);

CREATE INDEX civil_status_fingerprint ON identity.civil_status (fingerprint);

CREATE TABLE identity.account (
    provider  text        NOT NULL REFERENCES identity.provider,
    sub       text        NOT NULL,
    person    uuid        NOT NULL REFERENCES identity.person,
    linked_at timestamptz NOT NULL,
    PRIMARY KEY (provider, sub)
);

CREATE INDEX account_person ON identity.account (person);

-- The pairwise subjects that were handed out.
CREATE TABLE identity.subject (
    sector text NOT NULL,
    sub    text NOT NULL,
    person uuid NOT NULL REFERENCES identity.person,
    PRIMARY KEY (sector, sub)
);

-- One sign-in, from the provider's answer to the last use of its token: inserted once (the state is consumed),
-- given a code once, redeemed once. The identity goes with the row.
CREATE TABLE identity.sign_in (
    transaction  text        PRIMARY KEY,
    client_id    text        NOT NULL,
    person       uuid,
    sealed       bytea       NOT NULL,
    state        text        NOT NULL CHECK (state IN ('held', 'coded', 'redeemed', 'revoked', 'declined')),
    code_hash    bytea       UNIQUE,
    code_until   timestamptz,
    token_hash   bytea       UNIQUE,
    token_until  timestamptz,
    expires_at   timestamptz NOT NULL
);

CREATE INDEX sign_in_expires_at ON identity.sign_in (expires_at);

-- Usagers who are signed in to the pages of this house.
CREATE TABLE identity.usager_session (
    id          uuid        PRIMARY KEY,
    secret_hash bytea       NOT NULL UNIQUE CHECK (length(secret_hash) = 32),
    person      uuid        NOT NULL,
    sealed      bytea       NOT NULL,
    opened_at   timestamptz NOT NULL,
    touched_at  timestamptz NOT NULL,
    expires_at  timestamptz NOT NULL
);

CREATE INDEX usager_session_expires_at ON identity.usager_session (expires_at);

-- Codes of the demonstration providers; a row goes when its code is used.
CREATE TABLE identity.demonstration_code (
    code_hash  bytea       PRIMARY KEY CHECK (length(code_hash) = 32),
    content    text        NOT NULL,
    expires_at timestamptz NOT NULL
);
