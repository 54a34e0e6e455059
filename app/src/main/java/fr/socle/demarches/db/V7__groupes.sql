-- Who handles the dossiers of a procedure, group by group. Rank 0 is the default group, which every procedure has
-- from its first day; a dossier without a group is that group's. A group without agents is open to every agent of
-- the procedure's services.
CREATE TABLE demarches.groupe (
    id           uuid    PRIMARY KEY DEFAULT gen_random_uuid(),
    number       integer GENERATED ALWAYS AS IDENTITY UNIQUE,
    demarche     uuid    NOT NULL REFERENCES demarches.demarche ON DELETE CASCADE,
    rank         integer NOT NULL CHECK (rank >= 0),
    label        text    NOT NULL CHECK (length(label) BETWEEN 1 AND 120),
    search_label text    NOT NULL,               -- in normal form: two groups never look the same
    rule         text,                           -- a condition, as Conditions writes it; null: no dossier comes by itself
    active       boolean NOT NULL DEFAULT true,
    version      bigint  NOT NULL DEFAULT 1,
    UNIQUE (demarche, search_label),
    UNIQUE (demarche, rank) DEFERRABLE INITIALLY DEFERRED,
    CHECK (rank > 0 OR (active AND rule IS NULL))
);

CREATE TABLE demarches.groupe_agent (
    groupe uuid NOT NULL REFERENCES demarches.groupe ON DELETE CASCADE,
    agent  uuid NOT NULL,
    PRIMARY KEY (groupe, agent)
);

CREATE INDEX groupe_agent_agent ON demarches.groupe_agent (agent);

CREATE FUNCTION demarches.default_group() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO demarches.groupe (demarche, rank, label, search_label) VALUES (NEW.id, 0, 'défaut', 'DEFAUT');
    RETURN NEW;
END
$$;

CREATE TRIGGER demarche_has_a_default_group AFTER INSERT ON demarches.demarche
    FOR EACH ROW EXECUTE FUNCTION demarches.default_group();

INSERT INTO demarches.groupe (demarche, rank, label, search_label)
SELECT id, 0, 'défaut', 'DEFAUT' FROM demarches.demarche;

-- `groupe_forced`: an agent chose the group, and no rule moves the dossier any more. These columns are not what
-- the dossier says: they change without its version.
ALTER TABLE demarches.dossier
    ADD groupe        uuid REFERENCES demarches.groupe,
    ADD groupe_forced boolean NOT NULL DEFAULT false,
    ADD instructeur   uuid;

-- An agent who wants to be told what happens to a dossier.
CREATE TABLE demarches.suivi (
    dossier uuid        NOT NULL REFERENCES demarches.dossier ON DELETE CASCADE,
    agent   uuid        NOT NULL,
    since   timestamptz NOT NULL,
    PRIMARY KEY (dossier, agent)
);

CREATE INDEX suivi_agent ON demarches.suivi (agent);

-- The last entry that the journal has of an agent's act with a dossier: repeated soon after, it counts here.
CREATE TABLE demarches.acces (
    dossier uuid        NOT NULL REFERENCES demarches.dossier ON DELETE CASCADE,
    agent   uuid        NOT NULL,
    act     text        NOT NULL,
    since   timestamptz NOT NULL,
    times   integer     NOT NULL CHECK (times > 0),
    PRIMARY KEY (dossier, agent, act)
);
