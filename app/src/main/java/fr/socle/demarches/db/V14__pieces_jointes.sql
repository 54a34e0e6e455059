-- A file that goes with a message; it is purged with the message or with the dossier.
ALTER TABLE demarches.message ADD piece uuid;

-- An announced file is used once.
ALTER TABLE demarches.depot_direct ADD used_at timestamptz;
