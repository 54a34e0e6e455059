-- Programs that say how far an organisation's procedures came. The database has the hash of their token.
CREATE TABLE citoyen.emetteur (
    id           uuid        PRIMARY KEY,
    organisation uuid        NOT NULL,
    label        text        NOT NULL,
    client       text,
    secret_hash  bytea       NOT NULL UNIQUE CHECK (length(secret_hash) = 32),
    created_at   timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL,
    revoked_at   timestamptz,
    minute       timestamptz NOT NULL DEFAULT '-infinity',
    calls        integer     NOT NULL DEFAULT 0
);

CREATE INDEX emetteur_organisation ON citoyen.emetteur (organisation);

-- Procedures that go on elsewhere. Their titles may tell much of a person: they are sealed.
CREATE TABLE citoyen.avancement (
    id                uuid        PRIMARY KEY,
    person            uuid        NOT NULL,
    organisation      uuid        NOT NULL,
    reference         text        NOT NULL,
    organisation_name text        NOT NULL,
    content           bytea       NOT NULL,
    told_at           timestamptz NOT NULL,
    UNIQUE (person, organisation, reference)
);

CREATE INDEX avancement_told ON citoyen.avancement (told_at);

-- Said twice is said once.
CREATE TABLE citoyen.avancement_etape (
    avancement uuid        NOT NULL REFERENCES citoyen.avancement ON DELETE CASCADE,
    etat       text        NOT NULL,
    at         timestamptz NOT NULL,
    PRIMARY KEY (avancement, at, etat)
);
