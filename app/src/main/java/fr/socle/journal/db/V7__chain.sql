-- How far a person came is the last of their index, like the head: a number that moves leaves a version behind, and for
-- as long as somebody's snapshot needs them (a backup, a forgotten transaction) every look would walk through all the
-- numbers that they had. A node of an older version finds no such key and integrates no more.
ALTER TABLE journal.chain
    DROP CONSTRAINT chain_pkey,
    ADD PRIMARY KEY (log, key, n);

ALTER TABLE journal.chain SET (fillfactor = 100, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20000);
