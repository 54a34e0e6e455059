-- By what a refusal is the same as another: a digest, because what the journal says stays there. Null in lines that stand
-- alone, and in those noted before (follower `citoyen.usages`, see README).
ALTER TABLE citoyen.usage
    ADD COLUMN same bytea;

CREATE INDEX usage_same ON citoyen.usage (person, log, same, index) WHERE same IS NOT NULL;
