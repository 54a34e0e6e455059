CREATE SCHEMA IF NOT EXISTS notifications;

-- Every key under which something was said. The hash outlives the message, so that a late retry says nothing twice.
CREATE TABLE notifications.used_key (
    hash    bytea       PRIMARY KEY CHECK (length(hash) = 32),
    used_at timestamptz NOT NULL
);

CREATE INDEX used_key_age ON notifications.used_key (used_at);

-- E-mails, rendered. A node that takes a row notes a lease and holds nothing else while it talks to the mail server;
-- the lease is also the fence: who lost it can no longer settle the row.
CREATE TABLE notifications.outbox (
    id           uuid        PRIMARY KEY,
    recipient    uuid        NOT NULL,
    address      text        NOT NULL,
    name         text,
    language     text        NOT NULL,
    category     text        NOT NULL,
    subject      text        NOT NULL,
    plain        text        NOT NULL,
    html         text        NOT NULL,
    unsubscribe  text,                                     -- RFC 8058 address; none when it cannot be refused
    state        text        NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sent', 'kept', 'dead', 'dropped')),
    written_at   timestamptz NOT NULL,
    due_at       timestamptz NOT NULL,
    attempts     integer     NOT NULL DEFAULT 0,
    lease        uuid,
    leased_until timestamptz,
    finished_at  timestamptz,
    failure      text,                                     -- why the last attempt failed, in a word of ours
    reply        text,                                     -- and in the mail server's words
    CHECK ((state = 'waiting') = (finished_at IS NULL))
) WITH (autovacuum_vacuum_scale_factor = 0.02);

CREATE INDEX outbox_due       ON notifications.outbox (due_at) WHERE state = 'waiting';
CREATE INDEX outbox_dead      ON notifications.outbox (finished_at) WHERE state = 'dead';
CREATE INDEX outbox_finished  ON notifications.outbox (finished_at) WHERE state IN ('sent', 'kept', 'dropped');
CREATE INDEX outbox_recipient ON notifications.outbox (recipient);

-- What waits for the one e-mail of the day.
CREATE TABLE notifications.digest_item (
    id         uuid        PRIMARY KEY,
    recipient  uuid        NOT NULL,
    address    text        NOT NULL,
    name       text,
    language   text        NOT NULL,
    category   text        NOT NULL,
    subject    text        NOT NULL,
    body       text        NOT NULL,
    label      text,
    link       text,
    written_at timestamptz NOT NULL,
    due_at     timestamptz NOT NULL
);

CREATE INDEX digest_item_due       ON notifications.digest_item (due_at);
CREATE INDEX digest_item_recipient ON notifications.digest_item (recipient);

-- What stands on people's pages.
CREATE TABLE notifications.notice (
    id         uuid        PRIMARY KEY,
    recipient  uuid        NOT NULL,
    subject    text        NOT NULL,
    body       text        NOT NULL,
    label      text,
    link       text,
    written_at timestamptz NOT NULL,
    read_at    timestamptz
);

CREATE INDEX notice_recipient ON notifications.notice (recipient, written_at DESC);
CREATE INDEX notice_age       ON notifications.notice (written_at);

-- What people chose. No row: the e-mail leaves at once.
CREATE TABLE notifications.preference (
    recipient  uuid        NOT NULL,
    category   text        NOT NULL,
    choice     text        NOT NULL CHECK (choice IN ('immediate', 'daily', 'never')),
    changed_at timestamptz NOT NULL,
    PRIMARY KEY (recipient, category)
);

-- What remains of purged e-mails: how many, and nobody.
CREATE TABLE notifications.tally (
    month    date   NOT NULL,
    category text   NOT NULL,
    outcome  text   NOT NULL,
    letters  bigint NOT NULL,
    PRIMARY KEY (month, category, outcome)
);
