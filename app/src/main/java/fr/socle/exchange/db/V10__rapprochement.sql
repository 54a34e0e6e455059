-- How far each exchange of the last days came, as the journal tells it; `day` is the Paris day of its question. Goes two
-- days after its day was reconciled.
CREATE TABLE exchange.step (
    echange      uuid    PRIMARY KEY,
    day          date    NOT NULL,
    habilitation uuid    NOT NULL,
    data_set     text    NOT NULL,
    outside      boolean NOT NULL,                        -- asked by a program of its own, which counts too
    requested    boolean NOT NULL,
    accorded     boolean NOT NULL,
    received     boolean NOT NULL
);
CREATE INDEX step_day ON exchange.step (day);

-- What the others counted of a day: a consumer by its program, a provider by its data set.
CREATE TABLE exchange.decompte (
    day          date        NOT NULL,
    side         text        NOT NULL CHECK (side IN ('consommateur', 'fournisseur')),
    author       text        NOT NULL,
    habilitation uuid,
    data_set     text        NOT NULL,
    requested    bigint      NOT NULL CHECK (requested >= 0),
    answered     bigint      NOT NULL CHECK (answered >= 0),
    declared_at  timestamptz NOT NULL,
    PRIMARY KEY (day, side, author, data_set),
    CHECK ((habilitation IS NULL) = (side = 'fournisseur'))
);

-- By what a provider proves that a count is its own: SHA-256 of a secret that was told once.
CREATE TABLE exchange.decompte_token (
    data_set  text        PRIMARY KEY,
    hash      bytea       NOT NULL UNIQUE CHECK (length(hash) = 32),
    issued_at timestamptz NOT NULL
);

-- What came of a day, once.
CREATE TABLE exchange.rapprochement (
    day     date        PRIMARY KEY,
    made_at timestamptz NOT NULL
);
CREATE TABLE exchange.rapprochement_line (
    day                date    NOT NULL REFERENCES exchange.rapprochement,
    side               text    NOT NULL CHECK (side IN ('passerelle', 'consommateur', 'fournisseur')),
    habilitation       uuid,
    data_set           text    NOT NULL,
    requested          bigint  NOT NULL,
    accorded           bigint  NOT NULL,
    received           bigint  NOT NULL,
    violations         bigint  NOT NULL,
    declared_requested bigint,
    declared_answered  bigint
);
CREATE INDEX rapprochement_line_day ON exchange.rapprochement_line (day);
