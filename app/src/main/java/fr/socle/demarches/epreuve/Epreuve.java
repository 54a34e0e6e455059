package fr.socle.demarches.epreuve;

import fr.socle.demarches.definition.Definition;
import fr.socle.demarches.dossier.Reponses;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The draft of a procedure as one tester fills it.
 *
 * @param definition what it asked when the tester began
 * @param version grows with each change: a writer names the one that he saw
 * @param depositedAt null while it is filled
 */
public record Epreuve(
        Definition definition,
        Reponses reponses,
        long version,
        Instant changedAt,
        @Nullable Instant depositedAt) {}
