CREATE SCHEMA IF NOT EXISTS journal;

-- One row per log; the last one is open. The row is the tree head: who holds its lock may integrate.
CREATE TABLE journal.log (
    log               smallint    PRIMARY KEY,
    origin            text        NOT NULL UNIQUE,
    sealed_key        bytea       NOT NULL,               -- the signing key, under the master key
    verifier_key      text        NOT NULL,               -- what everybody may know, as a C2SP vkey
    size              bigint      NOT NULL DEFAULT 0 CHECK (size >= 0),
    root              bytea       NOT NULL CHECK (length(root) = 32),
    minimum           bigint      NOT NULL DEFAULT 0 CHECK (minimum BETWEEN 0 AND size),
    drained           text        NOT NULL DEFAULT '',    -- the snapshot up to which pending was emptied
    drained_in        bigint      NOT NULL DEFAULT 0,     -- the cluster in which that snapshot means something
    opened_at         timestamptz NOT NULL DEFAULT now()
);

-- Written, durable, and not yet in the log. A row has no index. Its transaction's number lets the integrator skip what
-- it has already emptied without waiting for anyone.
CREATE TABLE journal.pending (
    tx          xid8        NOT NULL DEFAULT pg_current_xact_id(),
    seq         bigint      NOT NULL GENERATED ALWAYS AS IDENTITY,
    id          uuid        NOT NULL,
    kind        text        NOT NULL,
    written_at  timestamptz NOT NULL,
    purge_month date        NOT NULL,
    commitment  bytea       NOT NULL CHECK (length(commitment) = 32),
    parts       bytea       NOT NULL,
    PRIMARY KEY (tx, seq)
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20000);

-- What stays for ever: no person, kind, organisation or time.
CREATE TABLE journal.leaf (
    log         smallint NOT NULL,
    index       bigint   NOT NULL,
    log_entry   bytea    NOT NULL,                        -- version(1) ‖ commitment(32) ‖ link(32)
    purge_month date     NOT NULL,
    PRIMARY KEY (log, index)
);

-- What can be erased. A partition per purge month: when the month comes, the partition goes.
CREATE TABLE journal.content (
    purge_month date        NOT NULL,
    log         smallint    NOT NULL,
    index       bigint      NOT NULL,
    id          uuid        NOT NULL,
    kind        text        NOT NULL,
    written_at  timestamptz NOT NULL,
    parts       bytea       NOT NULL,
    PRIMARY KEY (purge_month, log, index)
) PARTITION BY LIST (purge_month);

CREATE INDEX content_id ON journal.content (id);

-- Merkle tiles of 256 hashes (c2sp.org/tlog-tiles). The last tile of each level is partial and grows.
CREATE TABLE journal.tile (
    log    smallint NOT NULL,
    level  smallint NOT NULL,
    n      bigint   NOT NULL,
    hashes bytea    NOT NULL CHECK (length(hashes) BETWEEN 32 AND 8192),
    PRIMARY KEY (log, level, n)
);

-- What was signed. Kept: the last, and those that witnesses cosigned.
CREATE TABLE journal.checkpoint (
    log       smallint    NOT NULL,
    size      bigint      NOT NULL,
    note      text        NOT NULL,
    signed_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (log, size)
);

CREATE TABLE journal.cosignature (
    log     smallint NOT NULL,
    size    bigint   NOT NULL,
    witness text     NOT NULL,                            -- the witness's verifier key
    line    text     NOT NULL,
    PRIMARY KEY (log, size, witness)
);

-- A key per person, and a second one for what a statute orders us to keep.
CREATE TABLE journal.person_key (
    id        bigint  PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    person    uuid    NOT NULL,
    statutory boolean NOT NULL,
    sealed    bytea   NOT NULL,
    UNIQUE (person, statutory)
);

-- How far each projection has come.
CREATE TABLE journal.follower (
    name text     PRIMARY KEY,
    log  smallint NOT NULL,
    next bigint   NOT NULL
);
