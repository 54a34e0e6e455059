-- A request begins as a draft, and may be put away once nothing can be obtained on its ground.
ALTER TABLE habilitations.demande
    DROP CONSTRAINT demande_state_check,
    ADD CONSTRAINT demande_state_check CHECK (state IN
        ('brouillon', 'soumise', 'a-modifier', 'accordee', 'refusee', 'revoquee', 'archivee'));
