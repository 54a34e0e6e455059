-- Tokens are signed blindly now, or sent by letter: none is drawn from a dossier any more, and those that were open
-- nothing. What a token said is found by its hash, which is the number of its opinion: it serves once however often it
-- comes.
DROP TABLE avis.used_token;
DROP TABLE avis.token_key;

-- What opens the door to those who got their token by letter. The rows of a procedure are written anew with each
-- batch, in the order of the hashes, so that no batch can be told from another.
CREATE TABLE avis.jeton (
    digest   bytea    PRIMARY KEY CHECK (length(digest) = 32),   -- SHA-256 of the token
    demarche uuid     NOT NULL,
    quarter  smallint NOT NULL                                   -- year × 4 + 0 to 3
);

CREATE INDEX jeton_demarche ON avis.jeton (demarche);

-- Verified opinions of a day that is over are written again in the order of their numbers.
ALTER TABLE avis.opinion ADD COLUMN fresh boolean NOT NULL DEFAULT false;
ALTER TABLE avis.opinion ALTER COLUMN fresh SET DEFAULT true;

CREATE INDEX opinion_fresh ON avis.opinion (day) WHERE fresh AND kind = 'verified';
