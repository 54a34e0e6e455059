-- Exchanges that began and whose end nobody wrote yet, as the journal tells it. `entry` is the entry of
-- their question; `seen_at` is when this table learned of it, so that a late reading closes nothing early.
CREATE TABLE exchange.open (
    echange uuid        PRIMARY KEY,
    entry   uuid        NOT NULL,
    granted boolean     NOT NULL DEFAULT false,
    seen_at timestamptz NOT NULL
);
CREATE INDEX open_seen_at ON exchange.open (seen_at);
