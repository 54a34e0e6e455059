-- What providers answered lately, where the terms of their data set let it be kept: sealed under a key of its own, named by a
-- keyed hash of what was asked. Worthless after a crash, so it is neither logged nor in a replica.
CREATE UNLOGGED TABLE exchange.kept_answer (
    key       bytea       PRIMARY KEY,
    sealed    bytea       NOT NULL,
    source_at timestamptz NOT NULL,
    until     timestamptz NOT NULL
);
CREATE INDEX kept_answer_until ON exchange.kept_answer (until);

CREATE TABLE exchange.kept_answer_key (
    id     smallint PRIMARY KEY CHECK (id = 1),
    sealed bytea    NOT NULL
);
