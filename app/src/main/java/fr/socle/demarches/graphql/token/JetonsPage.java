package fr.socle.demarches.graphql.token;

import fr.socle.ui.Page;
import java.time.Instant;
import java.util.List;

/**
 * The tokens of an organisation, the newest first.
 *
 * @param revoked whether one was just revoked
 */
public record JetonsPage(List<Jeton> jetons, Instant now, boolean revoked) implements Page {}
