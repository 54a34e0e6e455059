-- What the federation lets each provider do, and how we speak with it.
ALTER TABLE identity.provider
    ADD COLUMN levels        text[]  NOT NULL DEFAULT '{eidas1}'          -- for which it may vouch
        CHECK (cardinality(levels) > 0 AND levels <@ '{eidas1,eidas1-mfa,eidas2,eidas3}'),
    ADD COLUMN display       boolean NOT NULL DEFAULT true,               -- whether the page of choice shows it
    ADD COLUMN auth          text    NOT NULL DEFAULT 'client_secret_post'
        CHECK (auth IN ('client_secret_post', 'private_key_jwt')),
    ADD COLUMN userinfo      text    NOT NULL DEFAULT 'json' CHECK (userinfo IN ('json', 'signed', 'encrypted')),
    ADD COLUMN endpoints     text,                                        -- JSON; null: it publishes them (discovery)
    ADD COLUMN signature     text    CHECK (signature IN ('ES256', 'RS256', 'PS256', 'HS256')),
    ADD COLUMN default_siret text,                                        -- of agents whose own is missing or impossible
    ADD COLUMN fallback      boolean NOT NULL DEFAULT false,              -- takes the addresses that no other one knows
    ADD COLUMN second_factor boolean NOT NULL DEFAULT true;               -- false: the federation adds a code by e-mail

CREATE UNIQUE INDEX provider_fallback ON identity.provider (federation) WHERE fallback;

-- The agents of the demonstration; its other providers are added when the house starts.
UPDATE identity.provider SET levels = '{eidas1,eidas2}', second_factor = false, default_siret = '98765432400019'
 WHERE uid = 'comptes-agents' AND demonstration;

-- The proofs, found in the DNS, that an e-mail domain lets a provider speak for it. Those of before count as proved.
CREATE TABLE identity.domain_proof (
    provider  text        NOT NULL REFERENCES identity.provider ON DELETE CASCADE,
    domain    text        NOT NULL,
    proved_at timestamptz NOT NULL,
    PRIMARY KEY (provider, domain)
);

INSERT INTO identity.domain_proof (provider, domain, proved_at)
SELECT uid, unnest(domains), now() FROM identity.provider WHERE NOT demonstration;

-- The keys for which providers encrypt what they tell us.
CREATE TABLE identity.client_key (
    owner      text        PRIMARY KEY,
    sealed     bytea       NOT NULL,
    created_at timestamptz NOT NULL
);

-- Agents who came back from their provider and still owe a code that was sent to them.
CREATE TABLE identity.second_factor (
    transaction text        PRIMARY KEY,
    account     bytea       NOT NULL CHECK (length(account) = 32),       -- tries count for it, not for one sign-in
    sealed      bytea       NOT NULL,
    code_hash   bytea       NOT NULL CHECK (length(code_hash) = 32),
    tries       integer     NOT NULL DEFAULT 0,
    used_at     timestamptz,
    expires_at  timestamptz NOT NULL
);

CREATE INDEX second_factor_account ON identity.second_factor (account);

CREATE INDEX second_factor_expires_at ON identity.second_factor (expires_at);

-- How each provider of the demonstration behaves, and the register of civil status, under « rnipp ».
CREATE TABLE identity.demonstration_mood (
    uid  text PRIMARY KEY,
    mood text NOT NULL
);
