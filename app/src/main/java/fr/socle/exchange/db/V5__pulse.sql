-- How each provider answered last, as the nodes saw it; a node writes when that changes, and every ten seconds at most.
CREATE TABLE exchange.pulse (
    code    text        PRIMARY KEY,
    ok      boolean     NOT NULL,
    at      timestamptz NOT NULL,
    last_ok timestamptz
);
