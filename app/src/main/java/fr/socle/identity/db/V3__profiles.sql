-- A third federation, and what each service's contract says: profile, keys, rules (README, « Profiles »).
ALTER TABLE identity.provider
    DROP CONSTRAINT provider_federation_check,
    ADD CONSTRAINT provider_federation_check CHECK (federation IN ('citoyens', 'citoyens-plus', 'agents'));

ALTER TABLE identity.client
    DROP CONSTRAINT client_federation_check,
    ADD CONSTRAINT client_federation_check CHECK (federation IN ('citoyens', 'citoyens-plus', 'agents')),
    ADD COLUMN profile                text    NOT NULL DEFAULT 'openid'
        CHECK (profile IN ('franceconnect', 'proconnect', 'openid')),
    ADD COLUMN auth                   text    NOT NULL DEFAULT 'client_secret_post'
        CHECK (auth IN ('client_secret_post', 'client_secret_basic', 'private_key_jwt')),
    ADD COLUMN jwks_uri               text,
    ADD COLUMN jwks                   text,
    ADD COLUMN id_token_alg           text    NOT NULL DEFAULT 'ES256' CHECK (id_token_alg IN ('ES256', 'RS256', 'HS256')),
    ADD COLUMN id_token_encryption    text    CHECK (id_token_encryption IN ('ECDH-ES', 'RSA-OAEP', 'RSA-OAEP-256')),
    ADD COLUMN userinfo_alg           text    CHECK (userinfo_alg IN ('ES256', 'RS256', 'HS256')),
    ADD COLUMN userinfo_encryption    text    CHECK (userinfo_encryption IN ('ECDH-ES', 'RSA-OAEP', 'RSA-OAEP-256')),
    ADD COLUMN introspects            boolean NOT NULL DEFAULT false,
    ADD COLUMN private_sector         boolean NOT NULL DEFAULT false,
    ADD COLUMN identity_consent       boolean NOT NULL DEFAULT false,
    ADD COLUMN back_channel_logout_uri text,
    ADD COLUMN idp_filter             text[]  NOT NULL DEFAULT '{}',
    ADD COLUMN idp_filter_excludes    boolean NOT NULL DEFAULT true,
    ADD COLUMN sandbox                boolean NOT NULL DEFAULT false,
    ADD COLUMN allowed_prompts        text[]  NOT NULL DEFAULT '{}',
    ADD COLUMN hints                  text[]  NOT NULL DEFAULT '{}',
    ADD COLUMN rep_scopes             text[]  NOT NULL DEFAULT '{}',
    ADD COLUMN subjects               text    NOT NULL DEFAULT 'pairwise'
        CHECK (subjects IN ('pairwise', 'franceconnect', 'public')),
    ADD CHECK (auth <> 'private_key_jwt' OR jwks_uri IS NOT NULL OR jwks IS NOT NULL);

-- Refresh tokens. Each is used once and gives the next; one that comes twice ends them all. The access token that
-- was issued with it stands beside it: a refresh must not end the one before.
CREATE TABLE identity.refresh_token (
    token_hash   bytea       PRIMARY KEY CHECK (length(token_hash) = 32),
    transaction  text        NOT NULL REFERENCES identity.sign_in ON DELETE CASCADE,
    access_hash  bytea       UNIQUE,
    access_until timestamptz,
    used_at      timestamptz,
    expires_at   timestamptz NOT NULL
);

CREATE INDEX refresh_token_transaction ON identity.refresh_token (transaction);

-- Assertions by which services proved themselves (private_key_jwt): each proves once.
CREATE TABLE identity.assertion (
    client_id  text        NOT NULL,
    jti_hash   bytea       NOT NULL CHECK (length(jti_hash) = 32),
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (client_id, jti_hash)
);

CREATE INDEX assertion_expires_at ON identity.assertion (expires_at);

-- The subject that a sector knows a person by wins over any formula. One that was another person's before two were
-- found to be one is kept, no longer in force: services hear of it as previous_sub.
ALTER TABLE identity.subject ADD COLUMN in_force boolean NOT NULL DEFAULT true;

CREATE INDEX subject_person ON identity.subject (person, sector);

-- Persons who were found to be another one, after a change of civil status.
ALTER TABLE identity.person ADD COLUMN became uuid REFERENCES identity.person;
