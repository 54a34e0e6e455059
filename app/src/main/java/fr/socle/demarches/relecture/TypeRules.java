package fr.socle.demarches.relecture;

import fr.socle.demarches.definition.Champ;
import fr.socle.demarches.definition.ChampType;
import fr.socle.demarches.definition.Definition;
import fr.socle.demarches.definition.Edits;
import fr.socle.demarches.definition.Offered;
import fr.socle.demarches.definition.Types;
import fr.socle.kernel.NormalName;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A question for which a type exists: a text that is a date, a list that is an official table. */
final class TypeRules implements Regle {

    /** Which type the label of a text asks for, the likeliest first; words without accents. */
    private static final List<Map.Entry<String, String>> WORDS =
            List.of(
                    Map.entry("SIRET", "siret"),
                    Map.entry("IBAN", "iban"),
                    Map.entry("RNA", "rna"),
                    Map.entry("UAI", "annuaire-education"),
                    Map.entry("RNE", "annuaire-education"),
                    Map.entry("E MAIL", "email"),
                    Map.entry("EMAIL", "email"),
                    Map.entry("MAIL", "email"),
                    Map.entry("MEL", "email"),
                    Map.entry("COURRIEL", "email"),
                    Map.entry("ADRESSE ELECTRONIQUE", "email"),
                    Map.entry("TELEPHONE", "telephone"),
                    Map.entry("PORTABLE", "telephone"),
                    Map.entry("CIVILITE", "civilite"),
                    Map.entry("ADRESSE", "adresse"),
                    Map.entry("CODE POSTAL", "commune"),
                    Map.entry("COMMUNE", "commune"),
                    Map.entry("VILLE", "commune"),
                    Map.entry("DEPARTEMENT", "departement"),
                    Map.entry("REGION", "region"),
                    Map.entry("PAYS", "pays"),
                    Map.entry("DATE", "date"),
                    Map.entry("NOMBRE", "nombre"),
                    Map.entry("MONTANT", "nombre"),
                    Map.entry("EFFECTIF", "nombre"));

    /** Beyond it a label tells a story in which the word is only mentioned. */
    private static final int MOST_WORDS = 7;

    /** Where the word means something else, or several things at once. */
    private static final Set<String> UNLESS =
            Set.of("OU", "ET", "SITE", "WEB", "INTERNET", "NOM", "INTITULE", "PRECISEZ", "SERVICE");

    private static final List<String> TABLES = List.of("departement", "region", "pays");
    private static final int SMALLEST_TABLE = 8;

    /** The names of each table, in normal form. */
    private static final Map<String, Set<String>> OFFICIAL =
            TABLES.stream().collect(Collectors.toMap(it -> it, TypeRules::official));

    @Override
    public Stream<Remarque> read(Definition definition, Champ champ) {
        return switch (champ.type()) {
            case ChampType.Texte(_, var multiline) when !multiline && champ.source() == null ->
                    ofText(champ);
            case ChampType.Choix choix when !choix.multiple() && !choix.other() ->
                    ofList(definition, champ, choix);
            default -> Stream.empty();
        };
    }

    private static Stream<Remarque> ofText(Champ champ) {
        var words = NormalName.of(champ.label()).value();
        var each = List.of(words.split(" "));
        if (each.size() > MOST_WORDS || UNLESS.stream().anyMatch(each::contains)) {
            return Stream.empty();
        }
        return WORDS.stream()
                .filter(it -> (" " + words + " ").contains(" " + it.getKey() + " "))
                .map(it -> remark(champ, it.getValue()))
                .limit(1);
    }

    /** A condition on the list would have to be written again: then it stays. */
    private static Stream<Remarque> ofList(
            Definition definition, Champ champ, ChampType.Choix choix) {
        if (Uses.inCondition(definition, champ.id())) {
            return Stream.empty();
        }
        var labels = normal(choix.options());
        if (labels.equals(Set.of("OUI", "NON"))) {
            return Stream.of(remark(champ, "oui-non"));
        }
        if (labels.equals(Set.of("MADAME", "MONSIEUR")) || labels.equals(Set.of("M", "MME"))) {
            return Stream.of(remark(champ, "civilite"));
        }
        return TABLES.stream()
                .filter(it -> labels.size() >= SMALLEST_TABLE)
                .filter(it -> OFFICIAL.getOrDefault(it, Set.of()).containsAll(labels))
                .map(it -> remark(champ, it))
                .limit(1);
    }

    private static Set<String> official(String code) {
        var type = Types.usual(code).orElseThrow();
        return Stream.concat(
                        Offered.by(type).all().stream()
                                .map(it -> it.label().replaceAll(" [(].*", "")),
                        Offered.by(type).labels().stream())
                .map(it -> NormalName.of(it).value())
                .collect(Collectors.toSet());
    }

    private static Set<String> normal(List<String> labels) {
        return labels.stream().map(it -> NormalName.of(it).value()).collect(Collectors.toSet());
    }

    private static Remarque remark(Champ champ, String code) {
        var type = Types.usual(code).orElseThrow();
        return Remarque.of(champ, "type." + code)
                .mendedBy(it -> Edits.replace(it, champ.withType(type)));
    }
}
