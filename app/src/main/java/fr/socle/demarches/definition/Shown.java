package fr.socle.demarches.definition;

import fr.socle.demarches.definition.Valeur.Adresse;
import java.util.List;
import java.util.Map;

/** Answers as a form takes them back, and as people read them. */
public final class Shown {

    private Shown() {}

    /** What fills the field again, so that reading it gives the same answer. */
    public static Typed typed(Champ champ, Valeur value) {
        return switch (value) {
            case Valeur.Texte(var text) -> Typed.of(text);
            case Valeur.Nombre(var number) -> Typed.of(Numbers.shown(number));
            case Valeur.Jour(var day) ->
                    new Typed(
                            Map.of(
                                    "jour", List.of(String.valueOf(day.getDayOfMonth())),
                                    "mois", List.of(String.valueOf(day.getMonthValue())),
                                    "annee", List.of(String.valueOf(day.getYear()))));
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
        };
    }

    private static String address(Adresse adresse) {
        var more = adresse.complement().isEmpty() ? "" : ", " + adresse.complement();
        return adresse.voie() + more + ", " + adresse.codePostal() + " " + adresse.commune();
    }

    private static Typed choix(Champ champ, List<String> chosen) {
        var options =
                champ.type() instanceof ChampType.Choix(var listed, _, _)
                        ? listed
                        : List.<String>of();
        var own = chosen.stream().filter(it -> !options.contains(it)).toList();
        var boxes = chosen.stream().map(it -> options.contains(it) ? it : Saisie.OTHER).distinct();
        return own.isEmpty()
                ? new Typed(Map.of("", chosen))
                : new Typed(Map.of("", boxes.toList(), "autre", List.of(own.getFirst())));
    }
}
