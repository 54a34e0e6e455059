CREATE SCHEMA IF NOT EXISTS house;

-- The sets of migrations that were carried out whole, by the digest of all their files.
CREATE TABLE house.migrated (
    digest bytea       PRIMARY KEY CHECK (length(digest) = 32),
    at     timestamptz NOT NULL
);
