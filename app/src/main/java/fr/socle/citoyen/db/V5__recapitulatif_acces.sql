-- Who wants to be told now and then how often their data was used. Where to write is sealed.
CREATE TABLE citoyen.recapitulatif (
    person  uuid        PRIMARY KEY,
    rythme  text        NOT NULL CHECK (rythme IN ('semaine', 'mois')),
    reader  bytea       NOT NULL,
    since   timestamptz NOT NULL,
    next_at timestamptz NOT NULL
);

CREATE INDEX recapitulatif_next ON citoyen.recapitulatif (next_at);

-- What each organisation's agents and programs did with data, for its data protection officer: no person is in it.
-- Built from the journal, so it can be emptied and built again.
CREATE TABLE citoyen.acces (
    log          smallint    NOT NULL,
    index        bigint      NOT NULL,
    kind         text        NOT NULL,
    organisation uuid        NOT NULL,
    agent        uuid,
    habilitation uuid,
    data_set     text,
    fields       text[]      NOT NULL,
    refused      boolean     NOT NULL,
    at           timestamptz NOT NULL,
    purge_month  date        NOT NULL,
    seal         bigint      NOT NULL,
    PRIMARY KEY (log, index)
);

CREATE INDEX acces_organisation ON citoyen.acces (organisation, at);
CREATE INDEX acces_seal ON citoyen.acces (seal) WHERE seal <> 0;
CREATE INDEX acces_purge ON citoyen.acces (purge_month);
