-- A provider is prepared, then in service, then perhaps cut off; nobody but its operator sees one that is prepared.
-- `certificate` is the key and certificate by which we prove ourselves to it under TLS, sealed (provider.ClientCertificate).
-- `test` is whom its operator may ask about to try it: [{"name", "value"}].
ALTER TABLE exchange.provider
    ADD COLUMN state       text   NOT NULL DEFAULT 'service' CHECK (state IN ('preparation', 'service', 'coupe')),
    ADD COLUMN version     bigint NOT NULL DEFAULT 1,
    ADD COLUMN certificate bytea,
    ADD COLUMN test        jsonb  NOT NULL DEFAULT '[]';

-- How many answers of each provider were good, by day of Paris; days older than the page shows are deleted.
CREATE TABLE exchange.pulse_day (
    code   text   NOT NULL,
    day    date   NOT NULL,
    ok     bigint NOT NULL,
    failed bigint NOT NULL,
    PRIMARY KEY (code, day)
);
