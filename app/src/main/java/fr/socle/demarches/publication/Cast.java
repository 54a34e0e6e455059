package fr.socle.demarches.publication;

import fr.socle.demarches.definition.Champ;
import fr.socle.demarches.definition.ChampType;
import fr.socle.demarches.definition.Civilite;
import fr.socle.demarches.definition.DateHeure;
import fr.socle.demarches.definition.Format;
import fr.socle.demarches.definition.Saisie;
import fr.socle.demarches.definition.Shown;
import fr.socle.demarches.definition.Typed;
import fr.socle.demarches.definition.Valeur;
import fr.socle.kernel.Parsed;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * How an answer survives a change of its field. Within a type, as long as the field still takes it;
 * from one type to another as demarches-simplifiees casts its columns: between texts, from a text
 * to a number, between days and moments, between a box and yes or no, from anything short to a
 * text. A number loses no decimals by it.
 */
final class Cast {

    private Cast() {}

    /**
     * The answer as the field takes it now; empty when it cannot become one.
     *
     * @param was the field as it was when the answer was given
     */
    static Optional<Valeur> of(Valeur value, Champ was, Champ now) {
        if (was.type().equals(now.type())) {
            return Optional.of(value);
        }
        return switch (now.type()) {
            case ChampType.Choix list -> chosen(value, list, now);
            case ChampType.CaseACocher _ -> ticked(value);
            case ChampType.OuiNon _ -> value instanceof Valeur.OuiNon ? kept(value) : none();
            case ChampType.Nombre(var decimal, _, _, _) -> number(value, now, decimal);
            case ChampType.Jour _ -> day(value, now);
            case DateHeure _ -> moment(value, now);
            case ChampType.Texte _, ChampType.Email _, ChampType.Telephone _, Format _ ->
                    text(value, was, now);
            default ->
                    was.type().code().equals(now.type().code())
                            ? read(now, Shown.typed(now, value))
                            : none();
        };
    }

    /** Options are known by their ids, so that a new name changes nothing. */
    private static Optional<Valeur> chosen(Valeur value, ChampType.Choix list, Champ now) {
        if (!(value instanceof Valeur.Choix(var chosen))) {
            return none();
        }
        boolean fits = chosen.stream().allMatch(it -> list.other() || list.list().has(it));
        return fits && (list.multiple() || chosen.size() == 1)
                ? kept(value)
                : read(now, Typed.of(chosen.toArray(String[]::new)));
    }

    /** A box has no « non »: it is left unticked. */
    private static Optional<Valeur> ticked(Valeur value) {
        return value instanceof Valeur.OuiNon(var yes) && yes ? kept(value) : none();
    }

    private static Optional<Valeur> number(Valeur value, Champ now, boolean decimal) {
        return switch (value) {
            case Valeur.Nombre(var number)
                    when !decimal && number.setScale(0, RoundingMode.DOWN).compareTo(number) == 0 ->
                    read(now, Typed.of(number.setScale(0, RoundingMode.DOWN).toPlainString()));
            case Valeur.Nombre _ -> read(now, Shown.typed(now, value));
            case Valeur.Texte(var text) -> read(now, Typed.of(text));
            default -> none();
        };
    }

    private static Optional<Valeur> day(Valeur value, Champ now) {
        return switch (value) {
            case Valeur.Jour _ -> read(now, Shown.typed(now, value));
            case Valeur.Moment(var at) ->
                    read(now, Shown.typed(now, new Valeur.Jour(at.toLocalDate())));
            case Valeur.Texte(var text) -> read(now, Typed.of(text));
            default -> none();
        };
    }

    private static Optional<Valeur> moment(Valeur value, Champ now) {
        return switch (value) {
            case Valeur.Moment _ -> read(now, Shown.typed(now, value));
            case Valeur.Jour(var day) ->
                    read(now, Shown.typed(now, new Valeur.Moment(day.atStartOfDay())));
            default -> none();
        };
    }

    private static Optional<Valeur> text(Valeur value, Champ was, Champ now) {
        return switch (value) {
            case Valeur.Texte(var text) -> read(now, Typed.of(text));
            case Valeur.Nombre _, Valeur.Jour _, Valeur.OuiNon _, Valeur.Moment _ ->
                    read(now, Typed.of(Shown.line(value, "Oui", "Non")));
            case Valeur.Choix(var chosen) ->
                    chosen.size() == 1 || was.type() instanceof Civilite
                            ? read(now, Typed.of(Shown.line(was, value, "Oui", "Non")))
                            : none();
            case Valeur.Adresse _, Valeur.Reference _ ->
                    read(now, Typed.of(Shown.line(value, "Oui", "Non")));
            default -> none();
        };
    }

    private static Optional<Valeur> read(Champ now, Typed typed) {
        return switch (Saisie.read(now, typed)) {
            case Parsed.Valid<Optional<Valeur>>(var value) -> value;
            case Parsed.Invalid<Optional<Valeur>> _ -> Optional.empty();
        };
    }

    private static Optional<Valeur> kept(Valeur value) {
        return Optional.of(value);
    }

    private static Optional<Valeur> none() {
        return Optional.empty();
    }
}
