-- Opinions that agents ask of experts about a dossier. An expert needs no account: the secret of his link, of which only
-- the hash is kept, opens this dossier and no other, until the opinion is given, withdrawn, or too late.
CREATE TABLE demarches.avis_expert (
    id           uuid        PRIMARY KEY,
    dossier      uuid        NOT NULL REFERENCES demarches.dossier ON DELETE CASCADE,
    agent        uuid        NOT NULL,
    email        text        NOT NULL CHECK (length(email) <= 254),
    question     text        NOT NULL CHECK (length(question) BETWEEN 1 AND 4000),
    oui_non      text        CHECK (length(oui_non) BETWEEN 1 AND 200),
    autres       boolean     NOT NULL,          -- whether the expert reads the other opinions
    usager       boolean     NOT NULL,          -- whether the usager reads it once it is given
    deadline     date,
    asked_at     timestamptz NOT NULL,
    closes_at    timestamptz NOT NULL,
    reminded_at  timestamptz,
    recalled_at  timestamptz,                   -- by itself, shortly before the deadline
    answer       text        CHECK (length(answer) BETWEEN 1 AND 8000),
    answer_oui   boolean,
    piece        uuid,
    answered_at  timestamptz,
    withdrawn_at timestamptz,
    CHECK ((answer IS NULL) = (answered_at IS NULL)),
    CHECK (answered_at IS NULL OR withdrawn_at IS NULL)
);

CREATE UNIQUE INDEX avis_expert_waiting ON demarches.avis_expert (dossier, lower(email))
    WHERE answered_at IS NULL AND withdrawn_at IS NULL;
CREATE INDEX avis_expert_dossier ON demarches.avis_expert (dossier);
CREATE INDEX avis_expert_deadline ON demarches.avis_expert (deadline)
    WHERE answered_at IS NULL AND withdrawn_at IS NULL AND recalled_at IS NULL;

-- A reminder brings a link of its own; those before it stay good.
CREATE TABLE demarches.avis_lien (
    secret bytea NOT NULL PRIMARY KEY,          -- SHA-256
    avis   uuid  NOT NULL REFERENCES demarches.avis_expert ON DELETE CASCADE
);
CREATE INDEX avis_lien_avis ON demarches.avis_lien (avis);
