-- A person exercises a right on their data. Who they are to the organisation, and what both sides wrote, is sealed
-- under the house's key; `token` is the button's: pressed twice, it opens one.
CREATE TABLE citoyen.exercice (
    id                uuid        PRIMARY KEY,
    person            uuid        NOT NULL,
    token             uuid        NOT NULL,
    nature            text        NOT NULL CHECK (nature IN ('opposition', 'rectification')),
    state             text        NOT NULL CHECK (state IN ('ouvert', 'prolonge', 'repondu', 'retire')),
    organisation      uuid        NOT NULL,
    organisation_name text        NOT NULL,
    content           bytea       NOT NULL,
    log               smallint,
    index             bigint,
    supprimees        integer     NOT NULL DEFAULT 0,
    issue             text        CHECK (issue IN ('acceptee', 'partielle', 'rejetee')),
    opened_at         timestamptz NOT NULL,
    extended_at       timestamptz,
    closed_at         timestamptz,
    version           bigint      NOT NULL DEFAULT 1,
    UNIQUE (person, token),
    CHECK ((log IS NULL) = (index IS NULL)),
    CHECK ((issue IS NOT NULL) = (state = 'repondu')),
    CHECK ((closed_at IS NOT NULL) = (state IN ('repondu', 'retire'))),
    CHECK (state <> 'prolonge' OR extended_at IS NOT NULL)
);

CREATE INDEX exercice_organisation ON citoyen.exercice (organisation, opened_at);
CREATE INDEX exercice_closed ON citoyen.exercice (closed_at) WHERE closed_at IS NOT NULL;
