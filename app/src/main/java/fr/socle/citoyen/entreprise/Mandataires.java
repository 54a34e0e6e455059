package fr.socle.citoyen.entreprise;

import fr.socle.citoyen.entreprise.Representation.Motif;
import fr.socle.identity.UsagerConnecte;
import fr.socle.kernel.BirthDate;
import fr.socle.kernel.NormalName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The representatives of a company, as the register lists them ({@code mandataires_sociaux} of API
 * Entreprise). A person is one of them by name, first given name and day of birth together: the
 * register has no more, and less would open the file to a homonym.
 */
final class Mandataires {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * Who represents by the Code de commerce, or is the company themself; in normal form. Auditors
     * and members of boards do not.
     */
    private static final List<String> REPRESENT =
            List.of(
                    "PRESIDENT",
                    "PRESIDENTE",
                    "PRESIDENT DIRECTEUR GENERAL",
                    "PRESIDENTE DIRECTRICE GENERALE",
                    "PRESIDENT DU DIRECTOIRE",
                    "PRESIDENT DE SAS",
                    "DIRECTEUR GENERAL",
                    "DIRECTRICE GENERALE",
                    "DIRECTEUR GENERAL DELEGUE",
                    "DIRECTEUR GENERAL UNIQUE",
                    "GERANT",
                    "GERANTE",
                    "CO GERANT",
                    "COGERANT",
                    "GERANT ASSOCIE",
                    "ASSOCIE GERANT",
                    "ADMINISTRATEUR UNIQUE",
                    "LIQUIDATEUR",
                    "ENTREPRENEUR INDIVIDUEL",
                    "EXPLOITANT");

    private final List<JsonNode> persons;

    private Mandataires(List<JsonNode> persons) {
        this.persons = persons;
    }

    /**
     * Reads the list; what is no list, or no person, is nobody.
     *
     * @param records as {@code Answer.Released.values} has them
     */
    static Mandataires read(String records) {
        var persons = new ArrayList<JsonNode>();
        try {
            for (var element : JSON.readTree(records)) {
                var one = element.path("data").isObject() ? element.path("data") : element;
                if (text(one, "type").equals("personne_physique")) {
                    persons.add(one);
                }
            }
        } catch (JacksonException nonsense) {
            return new Mandataires(List.of());
        }
        return new Mandataires(persons);
    }

    /** The function by which this person represents, or why they do not. */
    Found find(UsagerConnecte usager) {
        if (!(usager.identity().birthDate() instanceof BirthDate.Day(var born))) {
            return new Found.Nobody(Motif.NAISSANCE_INCOMPLETE);
        }
        var functions =
                persons.stream()
                        .filter(it -> text(it, "date_naissance").equals(born.toString()))
                        .filter(it -> isNamed(it, usager))
                        .map(it -> text(it, "fonction"))
                        .toList();
        return functions.stream()
                .filter(it -> REPRESENT.contains(NormalName.of(it).value()))
                .<Found>map(Found.Named::new)
                .findFirst()
                .orElseGet(
                        () ->
                                new Found.Nobody(
                                        functions.isEmpty() ? Motif.ABSENT : Motif.SANS_POUVOIR));
    }

    /** Whether the register names somebody. */
    sealed interface Found {
        record Named(String fonction) implements Found {}

        record Nobody(Motif motif) implements Found {}
    }

    /** Under the name at birth or the one in use: registers bear either. */
    private static boolean isNamed(JsonNode it, UsagerConnecte usager) {
        var names = Stream.of(usager.identity().familyName(), usager.usedName());
        var first = text(it, "prenom").strip().split("[\\s,]+")[0];
        return !first.isEmpty()
                && NormalName.same(first, usager.identity().givenNames().getFirst())
                && names.anyMatch(name -> name != null && same(name, text(it, "nom")));
    }

    private static boolean same(String one, String other) {
        return !NormalName.of(one).value().isEmpty() && NormalName.same(one, other);
    }

    private static String text(JsonNode node, String member) {
        var value = node.path(member);
        return value.isString() ? value.stringValue() : "";
    }
}
