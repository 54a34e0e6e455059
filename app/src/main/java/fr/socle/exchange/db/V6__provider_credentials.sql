-- How we prove ourselves to a provider; the secret is `token`. See provider.Credential.
ALTER TABLE exchange.provider ADD COLUMN credential jsonb NOT NULL DEFAULT '{"kind": "bearer"}';
