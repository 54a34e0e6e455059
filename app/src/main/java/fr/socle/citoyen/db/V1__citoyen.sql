CREATE SCHEMA IF NOT EXISTS citoyen;

-- Which entries of the journal concern whom. What they say stays in the journal, sealed with the person's key: erasing
-- that key also reaches this list's backups. Built from the journal, so it can be emptied and built again.
CREATE TABLE citoyen.usage (
    person       uuid        NOT NULL,
    log          smallint    NOT NULL,
    index        bigint      NOT NULL,
    kind         text        NOT NULL,
    family       text        NOT NULL,
    written_at   timestamptz NOT NULL,
    organisation text        NOT NULL,
    purge_month  date        NOT NULL,
    seal         bigint      NOT NULL,                     -- the number of the key; an Effacement names it
    PRIMARY KEY (person, log, index)
);

CREATE INDEX usage_entry ON citoyen.usage (log, index);
CREATE INDEX usage_seal ON citoyen.usage (seal);
CREATE INDEX usage_purge ON citoyen.usage (purge_month);
