-- The head moves in a table of its own: one row more and the previous one less. A row that is updated leaves a version
-- behind at each move, and for as long as somebody's snapshot needs them (a backup, a forgotten transaction) every look
-- at the head would walk through all of them; the last of an index is found at once.
CREATE TABLE journal.head (
    log        smallint NOT NULL,
    size       bigint   NOT NULL CHECK (size >= 0),
    root       bytea    NOT NULL CHECK (length(root) = 32),
    drained    text     NOT NULL DEFAULT '',              -- the snapshot up to which pending was emptied
    drained_in bigint   NOT NULL DEFAULT 0,               -- the cluster in which that snapshot means something
    PRIMARY KEY (log, size)
);

INSERT INTO journal.head (log, size, root, drained, drained_in)
SELECT log, size, root, drained, drained_in FROM journal.log;

-- journal.log keeps what a log is; its row is still the lock of whoever integrates. A node of an older version misses
-- these columns and integrates no more.
ALTER TABLE journal.log
    DROP COLUMN size,
    DROP COLUMN root,
    DROP COLUMN drained,
    DROP COLUMN drained_in,
    DROP COLUMN linked,
    ADD CONSTRAINT log_minimum_positive CHECK (minimum >= 0);
