CREATE SCHEMA IF NOT EXISTS avis;

-- The two keys of the tokens, under the master key.
CREATE TABLE avis.token_key (
    name   text  PRIMARY KEY CHECK (name IN ('nonce', 'proof')),
    sealed bytea NOT NULL
);

-- Which tokens were used. Nothing here or in avis.opinion leads from one to the other: neither a common number nor a time.
CREATE TABLE avis.used_token (
    digest bytea PRIMARY KEY CHECK (length(digest) = 32)   -- SHA-256 of the nonce
);

-- One opinion. No person, dossier, address or hour: the day is all that the indicators need.
CREATE TABLE avis.opinion (
    id                   uuid     PRIMARY KEY DEFAULT gen_random_uuid(),
    demarche             uuid     NOT NULL,
    day                  date     NOT NULL,
    satisfaction         text     NOT NULL CHECK (satisfaction IN ('bad', 'medium', 'good')),
    comprehension        text     CHECK (comprehension IN ('very_bad', 'bad', 'medium', 'good', 'very_good')),
    contact_tried        text[]   NOT NULL DEFAULT '{}',
    contact_reached      boolean,
    contact_satisfaction text     CHECK (contact_satisfaction IN ('very_bad', 'bad', 'medium', 'good', 'very_good')),
    verbatim             text     NOT NULL DEFAULT '' CHECK (length(verbatim) <= 2000)
);

CREATE INDEX opinion_demarche ON avis.opinion (demarche, day);

-- One row per decision: whoever decides waits for nobody.
CREATE TABLE avis.decision (
    id       bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    demarche uuid   NOT NULL,
    day      date   NOT NULL
);

CREATE INDEX decision_demarche ON avis.decision (demarche);
