-- A form of a service besides the common one, which every service has under the number nil.
CREATE TABLE avis.form (
    id           uuid    PRIMARY KEY,
    service      uuid    NOT NULL,
    organisation uuid    NOT NULL,
    name         text    NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
    template     text    NOT NULL CHECK (template IN ('avis', 'remarques')),
    open         boolean NOT NULL DEFAULT true,
    origins      text[]  NOT NULL DEFAULT '{}',   -- of the sites that may show it in a frame
    questions    integer NOT NULL,                -- the version of its questions that is asked now
    version      bigint  NOT NULL DEFAULT 1
);

CREATE UNIQUE INDEX form_once ON avis.form (service, lower(name));

-- What a form asks. A version is never changed: who began with it ends with it, and what was answered can always be
-- read beside what was asked.
CREATE TABLE avis.form_questions (
    form    uuid    NOT NULL REFERENCES avis.form,
    number  integer NOT NULL CHECK (number > 0),
    hidden  text[]  NOT NULL,
    renamed text[]  NOT NULL,                     -- codes of questions, and under the same rank their own words
    words   text[]  NOT NULL CHECK (cardinality(words) = cardinality(renamed)),
    PRIMARY KEY (form, number),
    CHECK (hidden <@ ARRAY ['comprehension', 'contact_tried', 'contact_reached', 'contact_satisfaction', 'verbatim'])
);

CREATE FUNCTION avis.refuse_change_of_questions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the questions of a version never change';
END
$$;

CREATE TRIGGER form_questions_are_immutable BEFORE UPDATE OR DELETE ON avis.form_questions
    FOR EACH ROW EXECUTE FUNCTION avis.refuse_change_of_questions();

ALTER TABLE avis.opinion
    ADD COLUMN form      uuid    NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000',
    ADD COLUMN questions integer NOT NULL DEFAULT 0;

-- A fault, a situation or a wish that somebody tells of. No mark, nobody's name, no hour.
CREATE TABLE avis.remark (
    id        uuid    PRIMARY KEY,
    service   uuid    NOT NULL,
    form      uuid    NOT NULL REFERENCES avis.form,
    questions integer NOT NULL,
    day       date    NOT NULL,
    about     text    NOT NULL CHECK (about IN ('bug', 'situation', 'amelioration')),
    verbatim  text    NOT NULL CHECK (length(verbatim) BETWEEN 1 AND 2000),
    masked    text[]  NOT NULL
);

CREATE INDEX remark_service ON avis.remark (service, day);
