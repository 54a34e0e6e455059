CREATE SCHEMA IF NOT EXISTS pieces;

-- A row is written once its file is durable. A purged row stays, without key, name or digest: it says that something was.
CREATE TABLE pieces.piece (
    id              uuid        PRIMARY KEY,
    owner_block     text        NOT NULL,
    owner_reference text        NOT NULL CHECK (length(owner_reference) BETWEEN 1 AND 200),
    person          uuid,                                 -- whom it tells about; means nothing elsewhere
    name            text        NOT NULL CHECK (length(name) <= 200),
    type            text        NOT NULL CHECK (length(type) BETWEEN 1 AND 200),
    size            bigint      NOT NULL CHECK (size > 0),
    sha256          bytea       CHECK (length(sha256) = 32),
    sealed_key      bytea,                                -- the file's own key, under the master key
    state           text        NOT NULL
                    CHECK (state IN ('en_attente', 'saine', 'non_analysee', 'infectee', 'purgee')),
    state_since     timestamptz NOT NULL,
    signature       text,                                 -- what the scanner calls what it found
    motif           text,                                 -- why it was purged
    deposited_at    timestamptz NOT NULL,
    kept_until      date,                                 -- the last day, in Paris
    attempts        integer     NOT NULL DEFAULT 0,       -- also the fence of a scan's lease
    next_scan_at    timestamptz NOT NULL,
    scan_problem    text,
    file_deleted_at timestamptz,
    CHECK ((state = 'purgee') = (sealed_key IS NULL)),
    CHECK ((state = 'purgee') = (sha256 IS NULL)),
    CHECK ((state = 'purgee') = (motif IS NOT NULL)),
    CHECK (state <> 'purgee' OR name = ''),
    CHECK (state = 'purgee' OR file_deleted_at IS NULL)
);

CREATE INDEX piece_owner ON pieces.piece (owner_block, owner_reference);
CREATE INDEX piece_to_scan ON pieces.piece (next_scan_at) WHERE state = 'en_attente';
CREATE INDEX piece_due ON pieces.piece (kept_until) WHERE state <> 'purgee' AND kept_until IS NOT NULL;
CREATE INDEX piece_to_delete ON pieces.piece (id) WHERE state = 'purgee' AND file_deleted_at IS NULL;
