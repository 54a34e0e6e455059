-- One table follows how far exchanges came and which of them have no end yet. `entry` is the entry of the question;
-- `seen_at` is when this table learned of the exchange, so that a late reading closes nothing early.
ALTER TABLE exchange.step
    ADD COLUMN entry   uuid,
    ADD COLUMN ended   boolean     NOT NULL DEFAULT true,
    ADD COLUMN seen_at timestamptz NOT NULL DEFAULT now();
ALTER TABLE exchange.step
    ALTER COLUMN ended DROP DEFAULT,
    ALTER COLUMN seen_at DROP DEFAULT;
UPDATE exchange.step s
   SET entry = o.entry, ended = false, seen_at = o.seen_at
  FROM exchange.open o WHERE o.echange = s.echange;
CREATE INDEX step_open ON exchange.step (seen_at) WHERE NOT ended;
DROP TABLE exchange.open;
