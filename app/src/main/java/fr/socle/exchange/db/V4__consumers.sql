-- Programs of organisations, each on the ground of one habilitation. Without `keys` the program holds one long-lived JWT
-- of the older form; with them it proves itself by signed assertions (RFC 7523) and gets tokens of ten minutes.
CREATE TABLE exchange.consumer (
    id           uuid        PRIMARY KEY,
    habilitation uuid        NOT NULL,
    organisation uuid        NOT NULL,
    label        text        NOT NULL CHECK (length(label) BETWEEN 1 AND 120),
    keys         jsonb,
    issued_at    timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL,
    revoked_at   timestamptz,
    CHECK (issued_at < expires_at)
);
CREATE INDEX consumer_issued ON exchange.consumer (issued_at DESC);

-- The one secret that signs tokens, sealed.
CREATE TABLE exchange.token_key (
    id     smallint PRIMARY KEY CHECK (id = 1),
    sealed bytea    NOT NULL
);

-- Assertions that came once already, until they expire.
CREATE TABLE exchange.assertion (
    hash  bytea       PRIMARY KEY,
    until timestamptz NOT NULL
);

-- Calls under way, and how many there were in the minute. Both are worthless after a crash, so neither is logged.
CREATE UNLOGGED TABLE exchange.flight (
    key   bytea       PRIMARY KEY,
    since timestamptz NOT NULL
);
CREATE UNLOGGED TABLE exchange.rate (
    habilitation uuid   NOT NULL,
    data_set     text   NOT NULL,
    minute       bigint NOT NULL,
    number       int    NOT NULL,
    PRIMARY KEY (habilitation, data_set)
);
