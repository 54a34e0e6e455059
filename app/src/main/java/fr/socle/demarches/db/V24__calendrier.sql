-- The days from which and until which a published procedure takes dossiers, both included, and the one that took
-- its place.
ALTER TABLE demarches.demarche
    ADD opens_on    date,
    ADD closes_on   date,
    ADD replaced_by uuid REFERENCES demarches.demarche,
    ADD CHECK (opens_on <= closes_on),
    ADD CHECK (replaced_by <> id);

-- The one rule of whether a new dossier may start, or a draft be deposited.
CREATE FUNCTION demarches.receives(d demarches.demarche) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT d.state = 'publiee'
       AND (d.opens_on IS NULL OR d.opens_on <= (now() AT TIME ZONE 'Europe/Paris')::date)
       AND (d.closes_on IS NULL OR d.closes_on >= (now() AT TIME ZONE 'Europe/Paris')::date)
$$;
