-- Lists over many dossiers of one procedure, filtered and sorted by any of its fields: docs/adr/0012.
-- A column is a field of the procedure, or a fact of the house, whose code begins with #.
CREATE TABLE demarches.colonne (
    id       integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    demarche uuid NOT NULL,
    code     text NOT NULL,
    UNIQUE (demarche, code)
);

-- What each dossier has in each column, in a form whose order as bytes is the order of the values. No key points to
-- the dossier: rows go with it in the same transaction, and a check for each of its fields would cost a deposit much.
CREATE TABLE demarches.cle (
    dossier uuid    NOT NULL,
    colonne integer NOT NULL,
    cle     text COLLATE "C" NOT NULL CHECK (length(cle) <= 80),
    PRIMARY KEY (dossier, colonne) INCLUDE (cle)
);

CREATE INDEX cle_order ON demarches.cle (colonne, cle, dossier);

-- The words of a dossier, in normal form, and its procedure as one more word, so that a search stays within it.
CREATE TABLE demarches.recherche (
    dossier uuid     PRIMARY KEY,
    words   tsvector NOT NULL
);

CREATE INDEX recherche_words ON demarches.recherche USING gin (words) WITH (fastupdate = off);

-- `listed`: whether the three tables above hold what the dossier says; `expires_at`: until when it is kept.
ALTER TABLE demarches.dossier
    ADD listed     boolean NOT NULL DEFAULT false,
    ADD archived   boolean NOT NULL DEFAULT false,
    ADD expires_at timestamptz CHECK (expires_at IS NULL OR decided_at IS NOT NULL);

UPDATE demarches.dossier SET expires_at = decided_at + make_interval(months => retention_months)
 WHERE decided_at IS NOT NULL;

DROP INDEX demarches.dossier_decided;
CREATE INDEX dossier_expires ON demarches.dossier (expires_at) WHERE expires_at IS NOT NULL;
CREATE INDEX dossier_expiring ON demarches.dossier (demarche, expires_at) WHERE expires_at IS NOT NULL;
CREATE INDEX dossier_waiting ON demarches.dossier (demarche)
    WHERE NOT archived AND state IN ('en-construction', 'en-instruction');
CREATE INDEX dossier_archived ON demarches.dossier (demarche) WHERE archived;

CREATE INDEX dossier_unlisted ON demarches.dossier (id) WHERE NOT listed AND state <> 'brouillon';

-- A list that an agent keeps under a name: the query of its address.
CREATE TABLE demarches.filtre (
    id       uuid PRIMARY KEY,
    agent    uuid NOT NULL,
    demarche uuid NOT NULL,
    label    text NOT NULL CHECK (length(label) BETWEEN 1 AND 80),
    query    text NOT NULL CHECK (length(query) <= 4000),
    UNIQUE (agent, demarche, label)
);

-- Words that agents stick on dossiers; the colours are those that the API has.
CREATE TABLE demarches.etiquette (
    id       integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    demarche uuid NOT NULL REFERENCES demarches.demarche ON DELETE CASCADE,
    label    text NOT NULL CHECK (length(label) BETWEEN 1 AND 30),
    color    text NOT NULL CHECK (color IN ('beige_gris_galet', 'blue_ecume', 'brown_cafe_creme', 'green_bourgeon',
                                            'green_emeraude', 'green_menthe', 'green_tilleul_verveine',
                                            'pink_macaron', 'purple_glycine', 'yellow_tournesol')),
    UNIQUE (demarche, label)
);

CREATE TABLE demarches.dossier_etiquette (
    dossier   uuid    NOT NULL REFERENCES demarches.dossier ON DELETE CASCADE,
    etiquette integer NOT NULL REFERENCES demarches.etiquette ON DELETE CASCADE,
    PRIMARY KEY (dossier, etiquette)
);

CREATE INDEX dossier_etiquette_etiquette ON demarches.dossier_etiquette (etiquette);

-- Work over many dossiers, done in the background by whichever node has time, one dossier after the other.
CREATE TABLE demarches.travail (
    id          uuid        PRIMARY KEY,
    demarche    uuid        NOT NULL,
    agent       uuid        NOT NULL,
    visitor     jsonb       NOT NULL,       -- as whom it is done
    kind        text        NOT NULL,
    wish        jsonb       NOT NULL,
    asked_at    timestamptz NOT NULL,
    taken_until timestamptz,                -- the node that works on it says until when it is alive
    finished_at timestamptz
);

CREATE INDEX travail_open ON demarches.travail (asked_at) WHERE finished_at IS NULL;
CREATE INDEX travail_agent ON demarches.travail (agent, asked_at DESC);

CREATE TABLE demarches.travail_dossier (
    travail uuid    NOT NULL REFERENCES demarches.travail ON DELETE CASCADE,
    rank    integer NOT NULL,
    dossier uuid    NOT NULL,
    outcome text    CHECK (outcome IN ('fait', 'change', 'impossible', 'refuse')),
    PRIMARY KEY (travail, rank),
    UNIQUE (travail, dossier)
);

CREATE INDEX travail_dossier_todo ON demarches.travail_dossier (travail, rank) WHERE outcome IS NULL;
