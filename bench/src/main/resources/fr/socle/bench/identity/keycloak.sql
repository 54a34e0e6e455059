-- Users with one account each at the provider, and copies of service-0 with what belongs to it.
CREATE TEMPORARY TABLE realm_of AS SELECT id FROM realm WHERE name = 'banc';

CREATE TEMPORARY TABLE loaded AS
SELECT n, gen_random_uuid()::text AS id FROM generate_series(1, :accounts) AS n;

INSERT INTO user_entity (id, email, email_constraint, email_verified, enabled, first_name, last_name, realm_id,
                         username, created_timestamp, not_before)
SELECT l.id, 'autre-' || n || '@exemple.fr', 'autre-' || n || '@exemple.fr', true, true, 'Autre', 'Fictif', r.id,
       'autre-' || n, 0, 0
  FROM loaded l, realm_of r;

INSERT INTO federated_identity (identity_provider, realm_id, federated_user_id, federated_username, user_id)
SELECT 'demo', r.id, 'autre-' || n, 'autre-' || n, l.id FROM loaded l, realm_of r;

INSERT INTO user_role_mapping (role_id, user_id)
SELECT k.id, l.id FROM loaded l, realm_of r, keycloak_role k
 WHERE k.realm_id = r.id AND k.name = 'default-roles-banc';

DROP TABLE loaded;

CREATE TEMPORARY TABLE copy AS
SELECT c.* FROM client c JOIN realm_of r ON c.realm_id = r.id WHERE c.client_id = 'service-0';

CREATE TEMPORARY TABLE original AS SELECT id FROM copy;

DO $$
DECLARE
    fresh text;
BEGIN
    FOR n IN 1 .. :services - 1 LOOP
        fresh := gen_random_uuid()::text;
        UPDATE copy SET id = fresh, client_id = 'service-' || n;
        INSERT INTO client SELECT * FROM copy;
        INSERT INTO client_attributes (client_id, name, value)
        SELECT fresh, a.name, a.value FROM client_attributes a, original o WHERE a.client_id = o.id;
        INSERT INTO redirect_uris (client_id, value)
        SELECT fresh, u.value FROM redirect_uris u, original o WHERE u.client_id = o.id;
        INSERT INTO client_scope_client (client_id, scope_id, default_scope)
        SELECT fresh, s.scope_id, s.default_scope FROM client_scope_client s, original o WHERE s.client_id = o.id;
    END LOOP;
END $$;

DROP TABLE copy, original, realm_of;

ANALYZE user_entity, federated_identity, user_role_mapping, client, client_attributes, redirect_uris;
