-- The newest checkpoint that a node remembers and that this database does not continue: written after a restored backup,
-- so that nodes without a memory of their own sign nothing either.
ALTER TABLE journal.log ADD COLUMN remembered text;
