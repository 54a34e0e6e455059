-- Those given through a public link are open; all before were given with a token. What was masked in the text is told by
-- the rules that were followed, never by what stood there.
ALTER TABLE avis.opinion
    ADD COLUMN kind   text   NOT NULL DEFAULT 'verified' CHECK (kind IN ('verified', 'open')),
    ADD COLUMN masked text[] NOT NULL DEFAULT '{}';
