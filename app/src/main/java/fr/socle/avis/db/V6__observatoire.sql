-- A procedure that the Observatoire lists though it does not run here, or what an administration adds to what
-- this house knows of one that does (on_socle: its id is the procedure's, and name and address are not used).
CREATE TABLE avis.listed (
    id             uuid        PRIMARY KEY,
    organisation   uuid        NOT NULL,
    on_socle       boolean     NOT NULL,
    name           text        NOT NULL CHECK (length(name) BETWEEN 1 AND 255),
    address        text        NOT NULL CHECK (length(address) <= 2000),
    administration text        NOT NULL CHECK (length(administration) BETWEEN 1 AND 255),
    ministere      text        NOT NULL CHECK (length(ministere) <= 255),
    online         text        NOT NULL CHECK (online IN ('oui', 'en-cours', 'partiel', 'non', 'proactive')),
    audiences      text[]      NOT NULL,
    volume         bigint      CHECK (volume >= 0),
    volume_online  bigint      CHECK (volume_online >= 0 AND volume_online <= volume),
    once_only      text        NOT NULL CHECK (once_only = '' OR once_only = 'sans-objet' OR once_only ~ '^[0-9]{1,3}$'),
    sign_in        text        NOT NULL CHECK (sign_in IN ('', 'franceconnect', 'franceconnect-plus', 'non', 'sans-objet')),
    client_id      text        NOT NULL CHECK (length(client_id) <= 100),
    version        bigint      NOT NULL DEFAULT 1,
    changed_at     timestamptz NOT NULL
);

CREATE INDEX listed_organisation ON avis.listed (organisation);
CREATE UNIQUE INDEX listed_once ON avis.listed (organisation, lower(name), lower(administration)) WHERE NOT on_socle;

-- The declaration of accessibility that the law wants published (RGAA); its page is made from it.
CREATE TABLE avis.rgaa (
    demarche     uuid         PRIMARY KEY,
    rate         numeric(5,2) NOT NULL CHECK (rate BETWEEN 0 AND 100),
    audited_on   date         NOT NULL,
    auditor      text         NOT NULL CHECK (length(auditor) BETWEEN 1 AND 255),
    published_on date         NOT NULL,
    contact      text         NOT NULL CHECK (length(contact) BETWEEN 1 AND 255),
    faults       text         NOT NULL CHECK (length(faults) <= 10000),
    exemptions   text         NOT NULL CHECK (length(exemptions) <= 10000)
);

-- What the prober asks, and when next: whoever takes a line moves it, so no two nodes ask in one minute.
CREATE TABLE avis.probe (
    demarche uuid        PRIMARY KEY,
    address  text        NOT NULL,
    ours     boolean     NOT NULL,
    due_at   timestamptz NOT NULL
);

CREATE INDEX probe_due ON avis.probe (due_at);

-- One day of Paris: a bit for each minute since it began (one day of the year has 1,500), asked or not, up or not.
CREATE TABLE avis.probe_day (
    demarche uuid      NOT NULL,
    day      date      NOT NULL,
    asked    bit(1500) NOT NULL,
    up       bit(1500) NOT NULL,
    pages    integer   NOT NULL,   -- how many whole pages came, in so many milliseconds together
    millis   bigint    NOT NULL,
    visits   integer   NOT NULL DEFAULT 0,   -- how many browsers said how long they waited, and how long together
    waited   bigint    NOT NULL DEFAULT 0,
    PRIMARY KEY (demarche, day)
);

CREATE INDEX probe_day_day ON avis.probe_day (day);
