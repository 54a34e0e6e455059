package fr.socle.demarches.groupe;

import java.util.List;
import java.util.UUID;

/**
 * Which dossiers of his services an agent does not see, because they are another group's.
 *
 * @param groupes other than default ones
 * @param demarches whose default group is not his
 */
public record Hidden(List<UUID> groupes, List<UUID> demarches) {

    /**
     * A condition on rows of {@code demarches.dossier}; its parameters have the names of the
     * methods below.
     */
    public static final String SQL =
            """
             AND (groupe IS NULL OR groupe <> ALL (:hiddenGroups))
             AND (groupe IS NOT NULL OR demarche <> ALL (:hiddenDefaults))
            """;

    public Hidden {
        groupes = List.copyOf(groupes);
        demarches = List.copyOf(demarches);
    }

    static Hidden of(List<Groupe> hidden) {
        return new Hidden(
                hidden.stream().filter(it -> !it.byDefault()).map(it -> it.id().value()).toList(),
                hidden.stream()
                        .filter(Groupe::byDefault)
                        .map(it -> it.demarche().value())
                        .toList());
    }

    public UUID[] hiddenGroups() {
        return groupes.toArray(UUID[]::new);
    }

    public UUID[] hiddenDefaults() {
        return demarches.toArray(UUID[]::new);
    }
}
