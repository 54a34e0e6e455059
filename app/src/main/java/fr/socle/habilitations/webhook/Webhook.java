package fr.socle.habilitations.webhook;

import fr.socle.directory.OrganisationId;
import java.time.Instant;
import java.util.UUID;

/**
 * A program to which acts are told.
 *
 * @param url where it listens
 * @param every whether it hears of what all other organisations request, instead of its own
 */
public record Webhook(
        UUID id, OrganisationId organisation, String url, boolean every, Instant since) {}
