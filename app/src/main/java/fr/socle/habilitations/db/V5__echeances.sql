-- What was told of a version's term. The key is the fence: of several nodes, one tells.
CREATE TABLE habilitations.echeance (
    id      uuid        NOT NULL,
    version int         NOT NULL,
    step    text        NOT NULL CHECK (step IN ('rappel-90', 'rappel-30', 'rappel-7', 'expiree')),
    at      timestamptz NOT NULL,
    PRIMARY KEY (id, version, step),
    FOREIGN KEY (id, version) REFERENCES habilitations.version
);
