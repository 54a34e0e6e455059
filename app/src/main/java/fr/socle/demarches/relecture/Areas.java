package fr.socle.demarches.relecture;

import fr.socle.demarches.definition.Valeur;
import fr.socle.kernel.CodeDepartement;
import fr.socle.kernel.Cog;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Departements that stand for an area. */
final class Areas {

    private Areas() {}

    /** One departement of a region; none for any other code. */
    static Stream<String> within(String region) {
        return Cog.departements().stream()
                .filter(it -> it.region().value().equals(region))
                .map(CodeDepartement::value)
                .limit(1);
    }

    /** A departement that no constant names, nor its region. */
    static Optional<String> outside(List<Valeur> constants) {
        return Cog.departements().stream()
                .filter(it -> !constants.contains(new Valeur.Texte(it.value())))
                .filter(it -> !constants.contains(new Valeur.Texte(it.region().value())))
                .map(CodeDepartement::value)
                .findFirst();
    }
}
