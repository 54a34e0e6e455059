-- What the usager and the agents in charge write to each other about a dossier. The id comes with the form: a button
-- pressed twice sends one message.
CREATE TABLE demarches.message (
    id      uuid        PRIMARY KEY,
    dossier uuid        NOT NULL REFERENCES demarches.dossier ON DELETE CASCADE,
    agent   uuid,                                  -- null: the usager wrote it
    body    text        NOT NULL CHECK (length(body) BETWEEN 1 AND 8000),
    sent_at timestamptz NOT NULL,
    read_at timestamptz CHECK (read_at >= sent_at)
);

CREATE INDEX message_dossier ON demarches.message (dossier, sent_at);
