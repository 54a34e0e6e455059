-- A federation may be the operator's own: which ones there are is a setting, and a start without one that is written
-- here is refused. What is stored is the first segment of an address.
ALTER TABLE identity.provider
    DROP CONSTRAINT provider_federation_check,
    ADD CONSTRAINT provider_federation_check CHECK (federation ~ '^[a-z]+(-[a-z]+)*$');

ALTER TABLE identity.client
    DROP CONSTRAINT client_federation_check,
    ADD CONSTRAINT client_federation_check CHECK (federation ~ '^[a-z]+(-[a-z]+)*$');
