-- What the register of companies said lately of whether a person represents one: `motif` tells why not. A digest is
-- sent only to whom it named within its term, so a row lasts longer than it opens the file.
CREATE TABLE citoyen.representation (
    person    uuid        NOT NULL,
    siren     text        NOT NULL CHECK (siren ~ '^[0-9]{9}$'),
    motif     text        CHECK (motif IN ('ABSENT', 'SANS_POUVOIR', 'INCONNUE')),
    fonction  text,
    source    text,
    source_at timestamptz,
    at        timestamptz NOT NULL,
    PRIMARY KEY (person, siren),
    CHECK ((motif IS NULL) = (fonction IS NOT NULL)),
    CHECK ((fonction IS NULL) = (source IS NULL) AND (source IS NULL) = (source_at IS NULL))
);

CREATE INDEX representation_at ON citoyen.representation (at);

-- For what somebody wished to see: what is held about them, or who the register names.
ALTER TABLE citoyen.consultation
    ADD COLUMN nature text NOT NULL DEFAULT 'DONNEES' CHECK (nature IN ('DONNEES', 'REGISTRE', 'ENTREPRISE'));
