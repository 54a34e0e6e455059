-- What each kind of data asks of whoever requests it; without a row, only what everybody answers.
CREATE TABLE habilitations.formulaire (
    data_set          text        PRIMARY KEY,
    introduction      text        NOT NULL,
    blocs             text[]      NOT NULL,
    longest_retention int         NOT NULL CHECK (longest_retention BETWEEN 1 AND 120),
    open              boolean     NOT NULL,
    version           bigint      NOT NULL,
    changed_at        timestamptz NOT NULL
);
