-- By what a line of an exchange is contested: read from the journal with it, because an entry of a closed log is found by
-- its index no more. Null in lines of other kinds, and in those noted before (follower `citoyen.usages`, see README).
ALTER TABLE citoyen.usage
    ADD COLUMN entry    uuid,
    ADD COLUMN consumer uuid,
    ADD COLUMN data_set text,
    ADD CHECK ((entry IS NULL) = (consumer IS NULL) AND (entry IS NULL) = (data_set IS NULL));

-- Which organisation of the directory keeps what a provider gives, and so answers who wants it put right.
CREATE TABLE citoyen.repondant (
    data_set     text PRIMARY KEY,
    organisation uuid NOT NULL
);
