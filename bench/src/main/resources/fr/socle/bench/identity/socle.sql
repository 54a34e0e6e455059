-- Accounts with a civil status each, and copies of service-0 in sectors of their own.
CREATE TEMPORARY TABLE loaded AS SELECT n, gen_random_uuid() AS person FROM generate_series(1, :accounts) AS n;

INSERT INTO identity.person (ref, created_at) SELECT person, now() FROM loaded;

INSERT INTO identity.account (provider, sub, person, linked_at)
SELECT 'banc', 'autre-' || n, person, now() FROM loaded;

INSERT INTO identity.civil_status (person, fingerprint, sealed, changed_at)
SELECT person, sha256(('autre-' || n)::bytea), decode(repeat(md5(n::text), 12), 'hex'), now() FROM loaded;

INSERT INTO identity.subject (sector, sub, person)
SELECT 'service-0', 'autre-' || n, person FROM loaded;

DROP TABLE loaded;

CREATE TEMPORARY TABLE copy AS SELECT * FROM identity.client WHERE client_id = 'service-0';

DO $$
BEGIN
    FOR n IN 1 .. :services - 1 LOOP
        UPDATE copy SET client_id = 'service-' || n, sector = 'service-' || n;
        INSERT INTO identity.client SELECT * FROM copy;
    END LOOP;
END $$;

DROP TABLE copy;

ANALYZE identity.person, identity.account, identity.civil_status, identity.subject, identity.client;
