-- A dossier that cannot be treated is left, and the order goes on with the next.
ALTER TABLE demarches.travail_dossier DROP CONSTRAINT travail_dossier_outcome_check;
ALTER TABLE demarches.travail_dossier ADD CONSTRAINT travail_dossier_outcome_check
    CHECK (outcome IN ('fait', 'change', 'impossible', 'refuse', 'erreur'));
