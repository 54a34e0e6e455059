package fr.socle.demarches;

/**
 * A procedure that is open to usagers.
 *
 * @param path where it starts: {@code /demarches/<slug>}
 * @param description plain text
 * @param organisation the name of the administration that answers
 */
public record PublishedDemarche(
        DemarcheId id, String path, String title, String description, String organisation) {}
