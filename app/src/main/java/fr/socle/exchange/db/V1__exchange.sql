CREATE SCHEMA IF NOT EXISTS exchange;

-- `base_url` without final slash; none for a demonstration provider, which this very house serves.
-- `contract` lists the facts that the provider may give: [{"code", "kind", "members"}].
CREATE TABLE exchange.provider (
    code          text    PRIMARY KEY CHECK (code ~ '^[a-z]+(-[a-z]+)*$'),
    name          text    NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    base_url      text    CHECK (base_url ~ '^https?://' AND base_url !~ '/$'),
    path          text    NOT NULL CHECK (path ~ '^/'),
    token         bytea   NOT NULL,
    contract      jsonb   NOT NULL,
    demonstration boolean NOT NULL DEFAULT false,
    CHECK (base_url IS NOT NULL OR demonstration)
);

-- Figures without persons. `slot` spreads the writers of one line.
CREATE TABLE exchange.count (
    day      date     NOT NULL,
    data_set text     NOT NULL,
    outcome  text     NOT NULL,
    slot     smallint NOT NULL,
    number   bigint   NOT NULL,
    PRIMARY KEY (day, data_set, outcome, slot)
);

-- The made-up providers' own side: nothing here is about anyone.
CREATE TABLE exchange.demonstration_provider (
    code       text  PRIMARY KEY,
    token_hash bytea NOT NULL,
    mode       text  NOT NULL DEFAULT 'normal'
);

-- `identity` is the civil status in normal form, by which a person is found.
CREATE TABLE exchange.demonstration_person (
    id          uuid PRIMARY KEY,
    identity    text NOT NULL UNIQUE,
    given_names text NOT NULL,
    family_name text NOT NULL,
    birth_date  text NOT NULL,
    sex         text NOT NULL CHECK (sex IN ('F', 'M')),
    country     text NOT NULL,
    commune     text NOT NULL,
    quotient    int  NOT NULL CHECK (quotient BETWEEN 0 AND 99999)
);
