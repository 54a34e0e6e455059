-- The dossiers of a list that an agent asked for, on their way to a file: first found, then read lot by lot, each lot
-- with its entries in the journal. Formats are made from the lines when they are downloaded. They go a day and a
-- half after they were asked for.
CREATE TABLE demarches.export (
    id            uuid        PRIMARY KEY,
    demarche      uuid        NOT NULL,
    revision      uuid        NOT NULL,         -- whose fields are the columns
    agent         uuid        NOT NULL,
    organisation  uuid        NOT NULL,
    visitor       jsonb       NOT NULL,         -- as whom it is read
    title         text        NOT NULL,
    scope         jsonb       NOT NULL,         -- which dossiers, which columns
    headings      jsonb       NOT NULL,
    found         integer     NOT NULL DEFAULT 0,
    read          integer     NOT NULL DEFAULT 0,
    unreadable    integer     NOT NULL DEFAULT 0,
    place         text        NOT NULL DEFAULT '', -- of the last dossier that was found
    asked_at      timestamptz NOT NULL,
    taken_until   timestamptz,                  -- the node that works on it says until when it is alive
    all_found_at  timestamptz,
    finished_at   timestamptz
);

CREATE INDEX export_open ON demarches.export (asked_at) WHERE finished_at IS NULL;
CREATE INDEX export_asked ON demarches.export (asked_at);
CREATE INDEX export_agent ON demarches.export (agent, demarche, asked_at);

-- What a file says of a dossier goes with the dossier: a purge reaches the exports that were not downloaded yet.
CREATE TABLE demarches.export_ligne (
    export  uuid    NOT NULL REFERENCES demarches.export ON DELETE CASCADE,
    rank    integer NOT NULL,
    dossier uuid    NOT NULL REFERENCES demarches.dossier ON DELETE CASCADE,
    line    text,                               -- a JSON array of texts and numbers; null: not read yet
    PRIMARY KEY (export, rank),
    UNIQUE (dossier, export)
);
