-- The exchanges of this habilitation are told to persons only after some days, on a legal ground. Written before anything
-- is granted, so before the first line, and never changed.
CREATE TABLE habilitations.differe (
    id        uuid        PRIMARY KEY REFERENCES habilitations.demande,
    fondement text        NOT NULL CHECK (length(fondement) BETWEEN 1 AND 300),
    days      int         NOT NULL CHECK (days BETWEEN 1 AND 900),
    set_at    timestamptz NOT NULL,
    set_by    uuid
);

CREATE TRIGGER differe_unchanging BEFORE UPDATE OR DELETE ON habilitations.differe
    FOR EACH ROW EXECUTE FUNCTION habilitations.unchanging();
