-- Each person whom an entry concerns gets their next number; the log entry binds it to their previous one.

-- Whom the entry concerns, 16 bytes each. Null: written by an older version, which said it in the parts only.
ALTER TABLE journal.pending ADD COLUMN persons bytea;

-- From which index on the log links its entries; the key that turns a person into a pseudonym, under the master key.
-- The check stops a node of an older version, which would integrate without links.
ALTER TABLE journal.log
    ADD COLUMN linked_from bigint,
    ADD COLUMN linked      bigint NOT NULL DEFAULT 0,
    ADD COLUMN map_key     bytea,
    ADD CONSTRAINT linked_whole CHECK (linked_from IS NULL OR linked = size);

-- How far each pseudonym came: its last number, and the log entry that bears it.
CREATE TABLE journal.chain (
    log       smallint NOT NULL,
    key       bytea    NOT NULL CHECK (length(key) = 32), -- HMAC(map_key, person)
    n         bigint   NOT NULL CHECK (n > 0),
    log_entry bytea    NOT NULL CHECK (length(log_entry) = 65),
    kept      date     NOT NULL,                          -- the latest month to which a link of theirs is kept
    PRIMARY KEY (log, key)
) WITH (fillfactor = 70);

-- What opens a link. It goes with the entry's parts, or with those of an earlier entry of the same person if they are
-- kept longer: their place in the sequence could not be shown without it.
CREATE TABLE journal.link (
    purge_month date     NOT NULL,
    log         smallint NOT NULL,
    index       bigint   NOT NULL,
    key         bytea    NOT NULL,
    n           bigint   NOT NULL,
    salt        bytea    NOT NULL,
    others      bytea    NOT NULL,                        -- the links of the other persons, 32 bytes each
    PRIMARY KEY (log, key, n, purge_month)
) PARTITION BY LIST (purge_month);

CREATE INDEX link_index ON journal.link USING brin (index);

-- Whose number changed since the last map.
CREATE TABLE journal.touched (
    log smallint NOT NULL,
    key bytea    NOT NULL
);

-- The last map of each log: how many entries it takes in, and the entry that holds its root.
CREATE TABLE journal.map (
    log     smallint    PRIMARY KEY,
    size    bigint      NOT NULL DEFAULT 0,
    entry   uuid,
    made_at timestamptz NOT NULL DEFAULT now()
);

-- Its nodes, four levels to a page; the path is the page's place, in hexadecimal digits.
CREATE TABLE journal.map_page (
    log   smallint NOT NULL,
    path  text     NOT NULL,
    slots bytea    NOT NULL,
    PRIMARY KEY (log, path)
);
