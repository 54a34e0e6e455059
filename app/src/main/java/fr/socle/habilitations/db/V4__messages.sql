CREATE TABLE habilitations.message (
    place   bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    demande uuid        NOT NULL REFERENCES habilitations.demande,
    side    text        NOT NULL CHECK (side IN ('DEMANDEUR', 'INSTRUCTEUR')),
    author  uuid,
    at      timestamptz NOT NULL,
    body    text        NOT NULL CHECK (length(body) BETWEEN 1 AND 2000)
);

CREATE INDEX message_demande ON habilitations.message (demande, place);
