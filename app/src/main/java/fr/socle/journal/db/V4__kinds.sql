-- The kinds that were written, how long each is kept and under which text: what pages tell the persons concerned.
CREATE TABLE journal.kind (
    code    text PRIMARY KEY,
    period  text NOT NULL,                                -- ISO 8601, as P3Y
    statute text                                          -- null: a person may have it erased sooner
);
