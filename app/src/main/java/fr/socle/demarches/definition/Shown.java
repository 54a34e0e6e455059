package fr.socle.demarches.definition;

import fr.socle.demarches.definition.Valeur.Adresse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Answers as a form takes them back, and as people read them. */
public final class Shown {

    private Shown() {}

    /** What fills the field again, so that reading it gives the same answer. */
    public static Typed typed(Champ champ, Valeur value) {
        return switch (value) {
            case Valeur.Texte(var text) -> Typed.of(text);
            case Valeur.Nombre(var number) -> Typed.of(Numbers.shown(number));
            case Valeur.Jour(var day) -> day(day);
            case Valeur.OuiNon(var yes) -> Typed.of(yes ? "oui" : "non");
            case Valeur.Choix(var chosen) -> choix(champ, chosen);
            case Adresse adresse ->
                    new Typed(
                            Map.of(
                                    "voie", List.of(adresse.voie()),
                                    "complement", List.of(adresse.complement()),
                                    "code-postal", List.of(adresse.codePostal()),
                                    "commune", List.of(adresse.commune())));
            case Valeur.Pieces(var pieces) ->
                    new Typed(Map.of("", pieces.stream().map(Object::toString).toList()));
            case Valeur.Lignes _ -> new Typed(Map.of());
            case Valeur.Composee composee -> composed(composee);
        };
    }

    /**
     * One line of plain French. Files and rows have no line of their own: their number.
     *
     * @param yes the word for yes
     * @param no the word for no
     */
    public static String line(Valeur value, String yes, String no) {
        return switch (value) {
            case Valeur.Texte(var text) -> text;
            case Valeur.Nombre(var number) -> Numbers.shown(number);
            case Valeur.Jour(var day) -> Days.shown(day);
            case Valeur.OuiNon(var it) -> it ? yes : no;
            case Valeur.Choix(var chosen) -> String.join(", ", chosen);
            case Adresse adresse -> address(adresse);
            case Valeur.Pieces(var pieces) -> String.valueOf(pieces.size());
            case Valeur.Lignes(var lignes) -> String.valueOf(lignes.size());
            case Valeur.Composee composee -> composee.line();
        };
    }

    /** As {@link #line}, with the present names of a list's options and the unit of a number. */
    public static String line(Champ champ, Valeur value, String yes, String no) {
        if (champ.type() instanceof ChampType.Choix choix
                && value instanceof Valeur.Choix(var chosen)) {
            return chosen.stream().map(choix.list()::shown).collect(Collectors.joining(", "));
        }
        return line(value, yes, no) + unit(champ.type());
    }

    /** After a space that does not break. */
    private static String unit(ChampType type) {
        var unit =
                switch (type) {
                    case ChampType.Nombre nombre -> nombre.unit();
                    case Calcul calcul -> calcul.unit();
                    default -> "";
                };
        return unit.isBlank() ? "" : "\u00a0" + unit;
    }

    private static Typed composed(Valeur.Composee value) {
        return switch (value) {
            case Valeur.Reference(_, var code, _, _) -> Typed.of(code);
            case Valeur.Moment(var at) -> {
                var parts = new HashMap<>(day(at.toLocalDate()).parts());
                parts.put(Moments.HOUR, List.of(at.toLocalTime().toString()));
                yield new Typed(parts);
            }
            case Valeur.Paire(var primary, var secondary) ->
                    new Typed(Map.of("", List.of(primary), "second", List.of(secondary)));
            case Valeur.Trace(var objets) -> Typed.of(GeoJson.text(objets));
            case Valeur.Identite(var parts) -> {
                var typed = new HashMap<String, List<String>>();
                parts.forEach((part, text) -> typed.put(part, List.of(text)));
                yield new Typed(typed);
            }
        };
    }

    private static Typed day(LocalDate day) {
        return new Typed(
                Map.of(
                        "jour", List.of(String.valueOf(day.getDayOfMonth())),
                        "mois", List.of(String.valueOf(day.getMonthValue())),
                        "annee", List.of(String.valueOf(day.getYear()))));
    }

    private static String address(Adresse adresse) {
        var more = adresse.complement().isEmpty() ? "" : ", " + adresse.complement();
        return adresse.voie() + more + ", " + adresse.codePostal() + " " + adresse.commune();
    }

    private static Typed choix(Champ champ, List<String> chosen) {
        var options =
                champ.type() instanceof ChampType.Choix choix
                        ? new HashSet<>(choix.list().ids())
                        : new HashSet<>(chosen);
        var own = chosen.stream().filter(it -> !options.contains(it)).toList();
        var boxes = chosen.stream().map(it -> options.contains(it) ? it : Saisie.OTHER).distinct();
        return own.isEmpty()
                ? new Typed(Map.of("", chosen))
                : new Typed(Map.of("", boxes.toList(), "autre", List.of(own.getFirst())));
    }
}
