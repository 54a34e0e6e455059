-- Since when a person lets a service have something; given_at is the last time that they said yes.
ALTER TABLE identity.consent ADD COLUMN since timestamptz;
UPDATE identity.consent SET since = given_at;
ALTER TABLE identity.consent ALTER COLUMN since SET NOT NULL;

-- What a sample service of the demonstration knows of a visitor: the browser holds a secret, this row the hash and,
-- sealed, what the federation gave. Once the federation says that the visitor left, that message is all that remains.
CREATE TABLE identity.demonstration_visit (
    secret_hash bytea       PRIMARY KEY CHECK (length(secret_hash) = 32),
    service     text        NOT NULL,
    sid         text        NOT NULL,
    state       text        NOT NULL CHECK (state IN ('here', 'leaving', 'told')),
    sealed      bytea       NOT NULL,
    expires_at  timestamptz NOT NULL
);

CREATE INDEX demonstration_visit_sid ON identity.demonstration_visit (sid);
CREATE INDEX demonstration_visit_expires_at ON identity.demonstration_visit (expires_at);
