-- How many witnesses cosigned a checkpoint, counted as they do it: the best checkpoint over an entry, and the number on
-- the public page, are then found by index however many checkpoints were cosigned over the years.
ALTER TABLE journal.checkpoint ADD COLUMN witnesses smallint NOT NULL DEFAULT 0;

UPDATE journal.checkpoint c SET witnesses = s.count
FROM (SELECT log, size, count(*) FROM journal.cosignature GROUP BY log, size) AS s
WHERE (c.log, c.size) = (s.log, s.size);

CREATE INDEX checkpoint_witnesses ON journal.checkpoint (log, witnesses, size);
