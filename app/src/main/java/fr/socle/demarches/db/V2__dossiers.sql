-- `reponses` is what was said, `reprise` what the usager is changing after a correction was asked: agents do
-- not see it before it is deposited. The titles are those of the day on which the dossier began.
CREATE TABLE demarches.dossier (
    id                uuid        PRIMARY KEY,
    demarche          uuid        NOT NULL,
    revision          uuid        NOT NULL,
    organisation      uuid        NOT NULL,
    services          uuid[]      NOT NULL,
    title             text        NOT NULL,
    organisation_name text        NOT NULL,
    service_name      text        NOT NULL,
    retention_months  integer     NOT NULL CHECK (retention_months BETWEEN 1 AND 600),
    person            uuid        NOT NULL,
    applicant         text        NOT NULL,
    email             text        NOT NULL,
    language          text        NOT NULL DEFAULT 'fr',
    start_token       uuid        NOT NULL,
    state             text        NOT NULL CHECK (state IN ('brouillon', 'en-construction', 'en-instruction',
                                                            'accepte', 'refuse', 'sans-suite')),
    number            text        UNIQUE CHECK (number ~ '^[1-9][0-9]{11}$'),
    reponses          jsonb       NOT NULL,
    reprise           jsonb,
    correction        text,
    correction_at     timestamptz,
    deposited_at      timestamptz,
    instructed_at     timestamptz,
    motivation        text,
    decided_at        timestamptz,
    started_at        timestamptz NOT NULL,
    changed_at        timestamptz NOT NULL,
    version           bigint      NOT NULL DEFAULT 1,
    -- a button pressed twice starts one dossier
    UNIQUE (person, start_token),
    CHECK ((state = 'brouillon') = (number IS NULL)),
    CHECK ((state = 'brouillon') = (deposited_at IS NULL)),
    CHECK ((state IN ('accepte', 'refuse', 'sans-suite')) = (decided_at IS NOT NULL)),
    CHECK ((correction IS NULL) = (correction_at IS NULL)),
    CHECK (correction IS NULL OR state = 'en-construction'),
    CHECK ((reprise IS NULL) = (correction IS NULL))
);

CREATE INDEX dossier_person ON demarches.dossier (person, changed_at DESC);
CREATE INDEX dossier_services ON demarches.dossier USING gin (services) WHERE state <> 'brouillon';
CREATE INDEX dossier_drafts ON demarches.dossier (changed_at) WHERE state = 'brouillon';
CREATE INDEX dossier_decided ON demarches.dossier (decided_at) WHERE decided_at IS NOT NULL;

-- What happened, as the usager reads it. Who among the agents did it stands in the journal only.
CREATE TABLE demarches.etape (
    dossier uuid        NOT NULL REFERENCES demarches.dossier ON DELETE CASCADE,
    rank    bigint      GENERATED ALWAYS AS IDENTITY,
    event   text        NOT NULL CHECK (event IN ('commence', 'depose', 'correction-demandee', 'correction-deposee',
                                                  'passe-en-instruction', 'accepte', 'refuse', 'sans-suite')),
    message text,
    at      timestamptz NOT NULL,
    PRIMARY KEY (dossier, rank)
);

-- As it was made on the day of the decision: it does not change with the house.
CREATE TABLE demarches.attestation (
    dossier uuid  PRIMARY KEY REFERENCES demarches.dossier ON DELETE CASCADE,
    content bytea NOT NULL
);

-- What was typed in a form that was sent after its session had ended: sealed, under the hash of a secret that
-- only the browser has, until the same person comes back.
CREATE TABLE demarches.reprise (
    secret_hash bytea       PRIMARY KEY CHECK (length(secret_hash) = 32),
    dossier     uuid        NOT NULL REFERENCES demarches.dossier ON DELETE CASCADE,
    content     bytea       NOT NULL CHECK (length(content) <= 600000),
    kept_at     timestamptz NOT NULL
);

CREATE INDEX reprise_dossier ON demarches.reprise (dossier);
CREATE INDEX reprise_kept_at ON demarches.reprise (kept_at);
