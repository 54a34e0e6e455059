-- Persons who had their file protected. Why stands in the journal alone, sealed for them.
CREATE TABLE citoyen.protection (
    person uuid        PRIMARY KEY,
    since  timestamptz NOT NULL
);

-- Whoever changes the list locks this row, so that its number grows in the order in which changes become visible: a node
-- that read a number has seen every change up to it.
CREATE TABLE citoyen.protection_version (
    one     boolean PRIMARY KEY DEFAULT true CHECK (one),
    version bigint  NOT NULL
);
INSERT INTO citoyen.protection_version (version) VALUES (1);
