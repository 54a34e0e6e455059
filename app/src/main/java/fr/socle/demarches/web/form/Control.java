package fr.socle.demarches.web.form;

import fr.socle.demarches.definition.Carte;
import fr.socle.demarches.definition.ChampType;
import fr.socle.demarches.definition.ChoixLies;
import fr.socle.demarches.definition.DateHeure;
import fr.socle.demarches.definition.Format;
import fr.socle.demarches.definition.Identifiants;
import fr.socle.demarches.definition.Numero;
import fr.socle.demarches.definition.Offered;
import fr.socle.demarches.definition.Options;
import fr.socle.demarches.definition.Repertoire;
import fr.socle.demarches.definition.Valeur;
import fr.socle.ui.form.Form;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a field is typed, without JavaScript. */
public sealed interface Control {

    /**
     * One line.
     *
     * @param example shown below the question; empty for none
     * @param chars its visible width; 0 is full
     */
    record Line(@Nullable String mode, int chars, String unit, String example) implements Control {}

    record Area(int max) implements Control {}

    record Email() implements Control {}

    record Phone() implements Control {}

    record Day() implements Control {}

    record DayAndHour() implements Control {}

    record YesNo() implements Control {}

    record Box() implements Control {}

    /** All answers, or a menu. */
    record Choice(Options options, boolean multiple, boolean other) implements Control {

        /** Whether they are few enough to be all visible. */
        public boolean open() {
            return multiple || options.size() <= OPEN;
        }
    }

    /** A text that is searched in a long table, and the lines that answer. */
    record Search(ChampType type, Repertoire table, boolean multiple, boolean other)
            implements Control {

        /** What was chosen before, then what answers the searched text. */
        public List<Valeur.Reference> lines(Form form, String name) {
            var lines = new LinkedHashMap<String, Valeur.Reference>();
            Stream.concat(
                            form.all(name).stream().flatMap(it -> table.find(it).stream()),
                            searched(form.typed(name + "." + Repertoire.SEARCHED)))
                    .forEach(it -> lines.put(it.code(), it));
            return List.copyOf(lines.values());
        }

        private Stream<Valeur.Reference> searched(String text) {
            return text.isBlank()
                    ? Stream.empty()
                    : table.search(text.strip(), Repertoire.OFFERED).stream();
        }
    }

    record Linked(ChoixLies type) implements Control {}

    record Address() implements Control {}

    record Place() implements Control {}

    /** One line for each part. */
    record Parts(List<String> parts) implements Control {}

    record Documents() implements Control {}

    /** Beyond it a menu takes less room. */
    int OPEN = 7;

    static Control of(ChampType type) {
        var table = Offered.searched(type);
        return table == null ? typed(type) : searched(type, table);
    }

    private static Control searched(ChampType type, Repertoire table) {
        return type instanceof ChampType.Choix choix
                ? new Search(type, table, choix.multiple(), choix.other())
                : new Search(type, table, false, false);
    }

    private static Control typed(ChampType type) {
        return switch (type) {
            case ChampType.Texte(var max, var multiline) ->
                    multiline ? new Area(max) : new Line(null, 0, "", "");
            case ChampType.Nombre(var decimal, _, _, var unit) ->
                    new Line(decimal ? "decimal" : "numeric", 10, unit, "");
            case ChampType.Jour _ -> new Day();
            case DateHeure _ -> new DayAndHour();
            case ChampType.OuiNon _ -> new YesNo();
            case ChampType.CaseACocher _ -> new Box();
            case ChampType.Choix choix -> new Choice(choix.list(), choix.multiple(), choix.other());
            case ChoixLies linked -> new Linked(linked);
            case ChampType.Adresse _ -> new Address();
            case ChampType.Email _ -> new Email();
            case ChampType.Telephone _ -> new Phone();
            case Format format -> new Line(null, 0, "", format.example());
            case Numero(var registre) -> new Line(null, 20, "", example(registre));
            case Identifiants(var fournisseur) -> new Parts(fournisseur.parts());
            case Carte _ -> new Place();
            case ChampType.Pieces _ -> new Documents();
            default -> other(type);
        };
    }

    private static Control other(ChampType type) {
        var offered = Offered.by(type);
        return offered.size() == 0 ? new Line(null, 20, "", "") : new Choice(offered, false, false);
    }

    private static String example(Numero.Registre registre) {
        return switch (registre) {
            case SIRET -> "732 829 320 00074";
            case IBAN -> "FR76 3000 6000 0112 3456 7890 189";
            case RNA -> "W751234567";
            case RNF -> "075-FDD-00003-01";
            case ENGAGEMENT_JURIDIQUE -> "2400000123";
        };
    }
}
