-- Programs to which an organisation has acts told; `every`: those on the requests of all others.
CREATE TABLE habilitations.webhook (
    id            uuid        PRIMARY KEY,
    organisation  uuid        NOT NULL,
    url           text        NOT NULL CHECK (length(url) <= 500),
    sealed_secret bytea       NOT NULL,
    every         boolean     NOT NULL,
    created_at    timestamptz NOT NULL,
    removed_at    timestamptz
);

CREATE INDEX webhook_organisation ON habilitations.webhook (organisation) WHERE removed_at IS NULL;

-- The outbox: written in the transaction of the act. A node takes with a lease; a dead node's comes back.
CREATE TABLE habilitations.delivery (
    id         uuid        PRIMARY KEY,
    webhook    uuid        NOT NULL REFERENCES habilitations.webhook,
    event      text        NOT NULL,
    demande    uuid        NOT NULL,
    body       text        NOT NULL,
    state      text        NOT NULL CHECK (state IN ('en-attente', 'livree', 'abandonnee')),
    attempts   int         NOT NULL DEFAULT 0,
    due_at     timestamptz NOT NULL,
    created_at timestamptz NOT NULL
);

CREATE INDEX delivery_due ON habilitations.delivery (due_at) WHERE state = 'en-attente';
CREATE INDEX delivery_webhook ON habilitations.delivery (webhook, created_at DESC);

-- What each attempt met; no status when no answer came.
CREATE TABLE habilitations.attempt (
    place    bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    delivery uuid        NOT NULL REFERENCES habilitations.delivery ON DELETE CASCADE,
    at       timestamptz NOT NULL,
    status   int,
    fault    text        NOT NULL
);

CREATE INDEX attempt_delivery ON habilitations.attempt (delivery, place);
