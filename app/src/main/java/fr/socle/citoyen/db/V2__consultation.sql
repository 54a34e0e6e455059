-- A person wants to see what a provider holds about them: the case of the exchange, and the count of how often they
-- ask. What was fetched is nowhere.
CREATE TABLE citoyen.consultation (
    id           uuid        PRIMARY KEY,
    person       uuid        NOT NULL,
    organisation uuid        NOT NULL,
    opened_at    timestamptz NOT NULL
);

CREATE INDEX consultation_person ON citoyen.consultation (person, opened_at);
CREATE INDEX consultation_opened ON citoyen.consultation (opened_at);
