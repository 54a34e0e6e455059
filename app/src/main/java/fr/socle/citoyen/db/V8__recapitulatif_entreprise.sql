-- A representative may want a letter about their company too: `subject` is whose data it counts, the person's own or the
-- company's.
ALTER TABLE citoyen.recapitulatif
    ADD COLUMN subject uuid,
    ADD COLUMN siren   text CHECK (siren ~ '^[0-9]{9}$');

UPDATE citoyen.recapitulatif SET subject = person;

ALTER TABLE citoyen.recapitulatif
    ALTER COLUMN subject SET NOT NULL,
    DROP CONSTRAINT recapitulatif_pkey,
    ADD PRIMARY KEY (person, subject),
    ADD CHECK ((siren IS NULL) = (subject = person));
