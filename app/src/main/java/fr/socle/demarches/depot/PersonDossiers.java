package fr.socle.demarches.depot;

import fr.socle.demarches.DossierSummary;
import fr.socle.demarches.Dossiers;
import fr.socle.demarches.dossier.DossierId;
import fr.socle.kernel.PersonRef;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The dossiers of persons, for the blocks above. */
@Component
class PersonDossiers implements Dossiers {

    private final DossierLists lists;

    PersonDossiers(DossierLists lists) {
        this.lists = lists;
    }

    @Override
    public List<DossierSummary> of(PersonRef person) {
        return lists.of(person);
    }

    @Override
    public Map<String, String> numbers(PersonRef person, Collection<String> references) {
        var ids =
                references.stream()
                        .map(DossierId::ofReference)
                        .flatMap(Optional::stream)
                        .distinct()
                        .toList();
        return ids.isEmpty() ? Map.of() : lists.numbers(person, ids);
    }
}
