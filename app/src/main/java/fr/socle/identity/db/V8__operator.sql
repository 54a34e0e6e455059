-- What an operator sets: who is shut out, what is announced, and how he proves himself.

-- The code that a person is shown at each sign-in, so that she can be found by it and by nothing else. Six months.
CREATE TABLE identity.sign_in_reference (
    code      text        PRIMARY KEY CHECK (length(code) = 12),
    person    uuid        NOT NULL REFERENCES identity.person,
    client_id text        NOT NULL,
    provider  text        NOT NULL,
    noted_at  timestamptz NOT NULL
);

CREATE INDEX sign_in_reference_noted_at ON identity.sign_in_reference (noted_at);

-- Persons who are shut out. The reason is an administration's word on a person: sealed.
CREATE TABLE identity.blocked_person (
    person     uuid        PRIMARY KEY REFERENCES identity.person,
    sealed     bytea       NOT NULL,
    blocked_at timestamptz NOT NULL
);

CREATE TABLE identity.banner (
    id          uuid        PRIMARY KEY,
    level       text        NOT NULL CHECK (level IN ('info', 'warn', 'bad')),
    text_fr     text        NOT NULL CHECK (length(text_fr) BETWEEN 1 AND 500),
    text_en     text        NOT NULL CHECK (length(text_en) BETWEEN 1 AND 500),
    shown_from  timestamptz NOT NULL,
    shown_until timestamptz NOT NULL CHECK (shown_until > shown_from)
);

-- How many, never who. Nodes add what they counted every few seconds.
CREATE TABLE identity.sign_in_count (
    day       date   NOT NULL,
    provider  text   NOT NULL,
    client_id text   NOT NULL,
    level     text   NOT NULL,
    outcome   text   NOT NULL,
    counted   bigint NOT NULL CHECK (counted > 0),
    PRIMARY KEY (day, provider, client_id, level, outcome)
);

-- Keys of operators (WebAuthn level 3). The public half only.
CREATE TABLE identity.passkey (
    id          uuid        PRIMARY KEY,
    agent       uuid        NOT NULL,
    credential  bytea       NOT NULL UNIQUE CHECK (length(credential) BETWEEN 1 AND 1023),
    attested    bytea       NOT NULL,
    counter     bigint      NOT NULL,
    label       text        NOT NULL CHECK (length(label) BETWEEN 1 AND 80),
    enrolled_at timestamptz NOT NULL,
    used_at     timestamptz
);

CREATE INDEX passkey_agent ON identity.passkey (agent);

-- A challenge that was answered is not taken again.
CREATE TABLE identity.answered_challenge (
    hash       bytea       PRIMARY KEY CHECK (length(hash) = 32),
    expires_at timestamptz NOT NULL
);

CREATE TABLE identity.recovery_code (
    hash    bytea       PRIMARY KEY CHECK (length(hash) = 32),
    agent   uuid        NOT NULL,
    made_at timestamptz NOT NULL
);

CREATE INDEX recovery_code_agent ON identity.recovery_code (agent);

-- That the agent of a session proved himself strongly, and how. The session itself is the directory's.
CREATE TABLE identity.strong_sign_in (
    session_hash bytea       PRIMARY KEY CHECK (length(session_hash) = 32),
    agent        uuid        NOT NULL,
    way          text        NOT NULL CHECK (way IN ('cle', 'secours', 'federation')),
    proved_at    timestamptz NOT NULL
);
