-- Services that their own organisation registered. A sandbox sees made-up people only; production is for the public.
CREATE TABLE identity.connected_service (
    client_id    text        PRIMARY KEY REFERENCES identity.client ON DELETE CASCADE,
    organisation uuid        NOT NULL,
    stage        text        NOT NULL CHECK (stage IN ('sandbox', 'requested', 'production')),
    stage_since  timestamptz NOT NULL,
    contacts     text[]      NOT NULL CHECK (cardinality(contacts) BETWEEN 1 AND 5),
    version      bigint      NOT NULL DEFAULT 1,
    created_at   timestamptz NOT NULL
);

CREATE INDEX connected_service_organisation ON identity.connected_service (organisation);
CREATE INDEX connected_service_requested ON identity.connected_service (stage_since) WHERE stage = 'requested';

-- While a secret is replaced, the old one holds until an announced moment.
ALTER TABLE identity.client
    ADD COLUMN previous_secret_hash  bytea CHECK (length(previous_secret_hash) = 32),
    ADD COLUMN previous_secret_until timestamptz,
    ADD CONSTRAINT client_previous_secret CHECK ((previous_secret_hash IS NULL) = (previous_secret_until IS NULL));

-- What happened to a service's requests, without persons. The last of the ten buckets holds what took longer than all.
CREATE TABLE identity.client_counter (
    client_id    text        NOT NULL,
    minute       timestamptz NOT NULL,
    step         text        NOT NULL CHECK (step IN ('authorize', 'token', 'userinfo', 'sign-in')),
    outcome      text        NOT NULL CHECK (length(outcome) BETWEEN 1 AND 60),
    total        bigint      NOT NULL,
    buckets      bigint[]    NOT NULL CHECK (cardinality(buckets) = 10),
    PRIMARY KEY (client_id, minute, step, outcome)
);

CREATE INDEX client_counter_minute ON identity.client_counter (minute);
