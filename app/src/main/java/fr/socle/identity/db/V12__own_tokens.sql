-- Tokens of a service itself (RFC 6749, 4.4): no person stands behind them. What it may ask for so is said one by one.
ALTER TABLE identity.client ADD COLUMN own_scopes text[] NOT NULL DEFAULT '{}';

CREATE TABLE identity.own_token (
    token_hash bytea       PRIMARY KEY CHECK (length(token_hash) = 32),
    client_id  text        NOT NULL REFERENCES identity.client ON DELETE CASCADE,
    scopes     text[]      NOT NULL CHECK (cardinality(scopes) > 0),
    expires_at timestamptz NOT NULL
);

CREATE INDEX own_token_expires_at ON identity.own_token (expires_at);
