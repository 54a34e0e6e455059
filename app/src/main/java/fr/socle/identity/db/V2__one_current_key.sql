-- Of an issuer's keys one has no end. Two nodes, or two first sign-ins at once, make it once; else one of them would
-- sign with a key that whoever had just read the published keys does not know.
UPDATE identity.signing_key older SET kept_until = now() + interval '1 day'
 WHERE kept_until IS NULL
   AND EXISTS (SELECT FROM identity.signing_key newer
                WHERE newer.owner = older.owner AND newer.kept_until IS NULL
                  AND (newer.signs_from, newer.kid) > (older.signs_from, older.kid));

CREATE UNIQUE INDEX signing_key_current ON identity.signing_key (owner) WHERE kept_until IS NULL;
