-- A program without `habilitation` is a software editor's: it asks on the ground of what is delegated to its organisation.
-- `networks` says from where a program may come (CIDR); none: from everywhere.
ALTER TABLE exchange.consumer
    ALTER COLUMN habilitation DROP NOT NULL,
    ADD COLUMN networks text[] NOT NULL DEFAULT '{}';
