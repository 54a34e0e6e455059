-- What opinions add up to, by day, month and year: no score reads opinions. A form of which the number is nil is the
-- one that every service has.
CREATE TABLE avis.tally (
    service                 uuid   NOT NULL,
    form                    uuid   NOT NULL,
    kind                    text   NOT NULL CHECK (kind IN ('verified', 'open')),
    grain                   text   NOT NULL CHECK (grain IN ('day', 'month', 'year')),
    start                   date   NOT NULL,
    opinions                bigint NOT NULL DEFAULT 0,
    satisfaction_good       bigint NOT NULL DEFAULT 0,
    satisfaction_medium     bigint NOT NULL DEFAULT 0,
    satisfaction_bad        bigint NOT NULL DEFAULT 0,
    comprehension_very_good bigint NOT NULL DEFAULT 0,
    comprehension_good      bigint NOT NULL DEFAULT 0,
    comprehension_medium    bigint NOT NULL DEFAULT 0,
    comprehension_bad       bigint NOT NULL DEFAULT 0,
    comprehension_very_bad  bigint NOT NULL DEFAULT 0,
    reached                 bigint NOT NULL DEFAULT 0,
    not_reached             bigint NOT NULL DEFAULT 0,
    help_very_good          bigint NOT NULL DEFAULT 0,
    help_good               bigint NOT NULL DEFAULT 0,
    help_medium             bigint NOT NULL DEFAULT 0,
    help_bad                bigint NOT NULL DEFAULT 0,
    help_very_bad           bigint NOT NULL DEFAULT 0,
    tried                   bigint NOT NULL DEFAULT 0,
    alone                   bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (service, grain, start, kind, form)
);

CREATE INDEX tally_start ON avis.tally (grain, start);

-- What was said since the aggregates were brought up to date, one row for each answer that was kept: whoever answers
-- waits for nobody. A score adds them, so that it is exact at any moment.
CREATE TABLE avis.tally_delta (
    id                      bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    service                 uuid   NOT NULL,
    form                    uuid   NOT NULL,
    kind                    text   NOT NULL CHECK (kind IN ('verified', 'open')),
    day                     date   NOT NULL,
    opinions                int NOT NULL DEFAULT 0,
    satisfaction_good       int NOT NULL DEFAULT 0,
    satisfaction_medium     int NOT NULL DEFAULT 0,
    satisfaction_bad        int NOT NULL DEFAULT 0,
    comprehension_very_good int NOT NULL DEFAULT 0,
    comprehension_good      int NOT NULL DEFAULT 0,
    comprehension_medium    int NOT NULL DEFAULT 0,
    comprehension_bad       int NOT NULL DEFAULT 0,
    comprehension_very_bad  int NOT NULL DEFAULT 0,
    reached                 int NOT NULL DEFAULT 0,
    not_reached             int NOT NULL DEFAULT 0,
    help_very_good          int NOT NULL DEFAULT 0,
    help_good               int NOT NULL DEFAULT 0,
    help_medium             int NOT NULL DEFAULT 0,
    help_bad                int NOT NULL DEFAULT 0,
    help_very_bad           int NOT NULL DEFAULT 0,
    tried                   int NOT NULL DEFAULT 0,
    alone                   int NOT NULL DEFAULT 0
);

-- Opinions given before there were aggregates.
INSERT INTO avis.tally_delta (service, form, kind, day, opinions,
                              satisfaction_good, satisfaction_medium, satisfaction_bad,
                              comprehension_very_good, comprehension_good, comprehension_medium, comprehension_bad,
                              comprehension_very_bad, reached, not_reached,
                              help_very_good, help_good, help_medium, help_bad, help_very_bad, tried, alone)
SELECT demarche, '00000000-0000-0000-0000-000000000000', 'verified', day, count(*),
       count(*) FILTER (WHERE satisfaction = 'good'),
       count(*) FILTER (WHERE satisfaction = 'medium'),
       count(*) FILTER (WHERE satisfaction = 'bad'),
       count(*) FILTER (WHERE comprehension = 'very_good'),
       count(*) FILTER (WHERE comprehension = 'good'),
       count(*) FILTER (WHERE comprehension = 'medium'),
       count(*) FILTER (WHERE comprehension = 'bad'),
       count(*) FILTER (WHERE comprehension = 'very_bad'),
       count(*) FILTER (WHERE contact_reached),
       count(*) FILTER (WHERE NOT contact_reached),
       count(*) FILTER (WHERE contact_satisfaction = 'very_good'),
       count(*) FILTER (WHERE contact_satisfaction = 'good'),
       count(*) FILTER (WHERE contact_satisfaction = 'medium'),
       count(*) FILTER (WHERE contact_satisfaction = 'bad'),
       count(*) FILTER (WHERE contact_satisfaction = 'very_bad'),
       count(*) FILTER (WHERE contact_tried <> '{}'),
       count(*) FILTER (WHERE 'none' = ANY (contact_tried))
  FROM avis.opinion
 GROUP BY demarche, day;
