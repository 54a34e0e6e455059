-- An edition: the board of one quarter as it was when the quarter had ended. Its open data are written here as
-- they were signed: the journal holds their SHA-256.
CREATE TABLE avis.edition (
    quarter   date        PRIMARY KEY CHECK (extract(day FROM quarter) = 1 AND extract(month FROM quarter) IN (1, 4, 7, 10)),
    frozen_at timestamptz NOT NULL,
    csv       text        NOT NULL,
    digest    bytea       NOT NULL CHECK (length(digest) = 32),
    reference uuid        NOT NULL   -- of the journal's entry
);

CREATE TABLE avis.edition_line (
    quarter  date    NOT NULL REFERENCES avis.edition,
    position integer NOT NULL,
    demarche uuid    NOT NULL,
    line     text    NOT NULL,       -- as LineJson writes it
    PRIMARY KEY (quarter, position),
    UNIQUE (demarche, quarter)
);

CREATE FUNCTION avis.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'an edition never changes';
END
$$;

CREATE TRIGGER edition_is_immutable BEFORE UPDATE OR DELETE ON avis.edition
    FOR EACH ROW EXECUTE FUNCTION avis.refuse_change();
CREATE TRIGGER edition_line_is_immutable BEFORE UPDATE OR DELETE ON avis.edition_line
    FOR EACH ROW EXECUTE FUNCTION avis.refuse_change();
