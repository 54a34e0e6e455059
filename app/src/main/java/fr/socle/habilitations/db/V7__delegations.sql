-- An organisation lets a software editor call on the ground of its habilitation.
CREATE TABLE habilitations.delegation (
    id          uuid        PRIMARY KEY,
    demande     uuid        NOT NULL REFERENCES habilitations.demande,
    holder      uuid        NOT NULL,
    editor      uuid        NOT NULL CHECK (editor <> holder),
    created_at  timestamptz NOT NULL,
    created_by  uuid,
    revoked_at  timestamptz,
    revoked_by  uuid
);

CREATE UNIQUE INDEX delegation_once ON habilitations.delegation (demande, editor) WHERE revoked_at IS NULL;
CREATE INDEX delegation_editor ON habilitations.delegation (editor) WHERE revoked_at IS NULL;
