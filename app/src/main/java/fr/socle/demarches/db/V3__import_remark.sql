-- What became something else when a procedure was read from a file: its builder comes back to it.
CREATE TABLE demarches.import_remark (
    demarche uuid    NOT NULL REFERENCES demarches.demarche ON DELETE CASCADE,
    position integer NOT NULL,
    label    text    NOT NULL,
    type     text    NOT NULL,
    key      text    NOT NULL,
    PRIMARY KEY (demarche, position)
);
