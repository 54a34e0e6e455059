-- The connected services that a version opens to the public.
CREATE TABLE habilitations.covered_service (
    client_id text NOT NULL,
    id        uuid NOT NULL,
    version   int  NOT NULL,
    PRIMARY KEY (client_id, id, version),
    FOREIGN KEY (id, version) REFERENCES habilitations.version
);

CREATE TRIGGER covered_service_unchanging BEFORE UPDATE OR DELETE ON habilitations.covered_service
    FOR EACH ROW EXECUTE FUNCTION habilitations.unchanging();
