-- What a person decided about their sign-ins. Without a row: any provider, warned when the device is not known.
CREATE TABLE identity.preference (
    person           uuid        PRIMARY KEY REFERENCES identity.person ON DELETE CASCADE,
    future_providers boolean     NOT NULL,
    warned           text        NOT NULL CHECK (warned IN ('toujours', 'appareil-inconnu')),
    version          bigint      NOT NULL,
    changed_at       timestamptz NOT NULL
);

-- The providers about which they decided; any other is one of the future.
CREATE TABLE identity.provider_choice (
    person   uuid    NOT NULL REFERENCES identity.person ON DELETE CASCADE,
    provider text    NOT NULL,
    allowed  boolean NOT NULL,
    PRIMARY KEY (person, provider)
);

CREATE TABLE identity.blocked_client (
    person     uuid        NOT NULL REFERENCES identity.person ON DELETE CASCADE,
    client_id  text        NOT NULL,
    blocked_at timestamptz NOT NULL,
    PRIMARY KEY (person, client_id)
);

-- The devices at which a person signed in. Each person has a token of their own in a browser's cookie, so that no row
-- tells that two persons share a device.
CREATE TABLE identity.device (
    id         uuid        PRIMARY KEY,
    person     uuid        NOT NULL REFERENCES identity.person ON DELETE CASCADE,
    token_hash bytea       NOT NULL UNIQUE CHECK (length(token_hash) = 32),
    browser    text        NOT NULL,
    system     text        NOT NULL,
    first_used timestamptz NOT NULL,
    last_used  timestamptz NOT NULL
);

CREATE INDEX device_person ON identity.device (person);
CREATE INDEX device_last_used ON identity.device (last_used);

-- Which entries of the journal tell a person of their own identity. What they say stays in the journal, sealed with the
-- person's key. Built from the journal, so it can be emptied and built again.
CREATE TABLE identity.own_line (
    person      uuid        NOT NULL,
    log         smallint    NOT NULL,
    index       bigint      NOT NULL,
    kind        text        NOT NULL,
    written_at  timestamptz NOT NULL,
    client_id   text        NOT NULL,
    service     text        NOT NULL,
    provider    text        NOT NULL,
    code        text        NOT NULL,                      -- the identification code of the sign-in, or empty
    purge_month date        NOT NULL,
    seal        bigint      NOT NULL,                      -- the number of the key; an Effacement names it
    PRIMARY KEY (person, log, index)
);

CREATE INDEX own_line_entry ON identity.own_line (log, index);
CREATE INDEX own_line_seal ON identity.own_line (seal);
CREATE INDEX own_line_purge ON identity.own_line (purge_month);
CREATE INDEX own_line_code ON identity.own_line (code) WHERE code <> '';

-- Frauds that persons report, signed in or not. What they wrote is sealed; the origin is an HMAC of the address, for a
-- day, against floods.
CREATE TABLE identity.fraud_report (
    id          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    year        smallint    NOT NULL,
    reported_at timestamptz NOT NULL,
    nature      text        NOT NULL,
    code        text        NOT NULL,
    person      uuid        REFERENCES identity.person ON DELETE SET NULL,
    seal_id     uuid        NOT NULL UNIQUE,
    sealed      bytea       NOT NULL,
    state       text        NOT NULL CHECK (state IN ('recu', 'pris-en-charge', 'clos')),
    agent       uuid,
    agent_name  text        NOT NULL DEFAULT '',
    changed_at  timestamptz NOT NULL,
    outcome     text        NOT NULL DEFAULT '',
    origin      bytea,
    addressee   bytea
);

CREATE INDEX fraud_report_reported ON identity.fraud_report (reported_at);
CREATE INDEX fraud_report_person ON identity.fraud_report (person);
CREATE INDEX fraud_report_origin ON identity.fraud_report (origin, reported_at) WHERE origin IS NOT NULL;
CREATE INDEX fraud_report_addressee ON identity.fraud_report (addressee, reported_at) WHERE addressee IS NOT NULL;

-- The month in which the account was last used: three years later it is erased.
ALTER TABLE identity.civil_status ADD COLUMN used_in date;
UPDATE identity.civil_status SET used_in = date_trunc('month', changed_at);
ALTER TABLE identity.civil_status ALTER COLUMN used_in SET NOT NULL;
CREATE INDEX civil_status_used_in ON identity.civil_status (used_in);
