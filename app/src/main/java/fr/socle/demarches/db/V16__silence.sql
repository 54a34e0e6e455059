-- How a procedure decides when nobody does. No row: agents decide. It is settled before the first publication and never
-- changes afterwards, because people count on it.
CREATE TABLE demarches.regime (
    demarche uuid    PRIMARY KEY REFERENCES demarches.demarche ON DELETE CASCADE,
    kind     text    NOT NULL CHECK (kind IN ('silence-accord', 'silence-rejet', 'declaratif-instruction',
                                              'declaratif-acceptation')),
    period   integer CHECK (period BETWEEN 1 AND 730),
    unit     text    CHECK (unit IN ('jours', 'semaines', 'mois')),
    restarts boolean,                       -- whether a correction begins the period again, whatever its reason
    CHECK ((kind LIKE 'silence-%') = (period IS NOT NULL)),
    CHECK ((period IS NULL) = (unit IS NULL)),
    CHECK ((period IS NULL) = (restarts IS NULL))
);

-- The next thing that happens to a dossier by itself, and when. Written in the transaction of each of its steps.
CREATE TABLE demarches.automatisme (
    dossier uuid        PRIMARY KEY REFERENCES demarches.dossier ON DELETE CASCADE,
    act     text        NOT NULL CHECK (act IN ('instruire', 'accepter', 'accord', 'rejet')),
    due_at  timestamptz NOT NULL
);

CREATE INDEX automatisme_due ON demarches.automatisme (due_at, dossier);

ALTER TABLE demarches.etape DROP CONSTRAINT etape_event_check;
ALTER TABLE demarches.etape ADD CONSTRAINT etape_event_check
    CHECK (event IN ('commence', 'depose', 'correction-demandee', 'correction-deposee', 'passe-en-instruction',
                     'repasse-en-construction', 'repasse-en-instruction', 'accepte', 'refuse', 'sans-suite',
                     'passe-en-instruction-automatiquement', 'accepte-automatiquement', 'refuse-automatiquement'));
