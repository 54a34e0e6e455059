-- One RSA key for each procedure and quarter signs what browsers blind (RFC 9474). The private half is sealed under the
-- master key, and erased when its quarter is over: nobody can sign for a quarter that is past.
CREATE TABLE demarches.cle_avis (
    demarche uuid     NOT NULL,
    quarter  smallint NOT NULL CHECK (quarter BETWEEN 8000 AND 12000),   -- year × 4 + 0 to 3
    public   bytea    NOT NULL,                                          -- SubjectPublicKeyInfo
    sealed   bytea,                                                      -- PKCS #8
    PRIMARY KEY (demarche, quarter)
);

-- Which decided dossiers got their one token, or wait for the letter that brings it. No time, nothing of the token. Each
-- night the rows of a procedure are written again in the order of their dossiers, so that not even PostgreSQL's own row
-- headers tell in which order they came; `fresh` marks those since the last time. Nothing refers to the dossier's row: a
-- reference would leave the transaction's number there.
CREATE TABLE demarches.jeton_avis (
    dossier  uuid    PRIMARY KEY,
    demarche uuid    NOT NULL,
    state    text    NOT NULL CHECK (state IN ('asked', 'given')),
    fresh    boolean NOT NULL DEFAULT true
);

CREATE INDEX jeton_avis_fresh ON demarches.jeton_avis (demarche) WHERE fresh;

-- The last day on which the round of the night was made.
CREATE TABLE demarches.jeton_avis_ronde (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    day date    NOT NULL
);

INSERT INTO demarches.jeton_avis_ronde (day) VALUES ('2000-01-01');
