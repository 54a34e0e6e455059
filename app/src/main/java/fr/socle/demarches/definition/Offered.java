package fr.socle.demarches.definition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answers that a type offers, whatever it is: its own list, or that of an official table. */
public final class Offered {

    private Offered() {}

    /** Those that can be listed; none for what is typed, and for tables too long to be listed. */
    public static Options by(ChampType type) {
        return switch (type) {
            case ChampType.Choix choix -> choix.list();
            case Civilite _ -> Options.of(Civilite.ANSWERS);
            case ChoixLies(var branches) ->
                    Options.of(branches.stream().map(ChoixLies.Branche::label).toList());
            case Referentiel referentiel -> referentiel.rows();
            case Lieu(var echelon) ->
                    new Options(
                            Places.all(echelon).stream()
                                    .map(
                                            it ->
                                                    new Options.Option(
                                                            it.code(), it.line(), it.details()))
                                    .toList());
            default -> Options.of(List.of());
        };
    }

    /** Whether an answer has this code. */
    static boolean has(ChampType type, String code) {
        return type instanceof Lieu(var echelon)
                ? Places.of(echelon).find(code).isPresent()
                : by(type).has(code);
    }

    /** Where one line is searched; null for what is typed or short enough to be shown whole. */
    public static @Nullable Repertoire searched(ChampType type) {
        return switch (type) {
            case ChampType.Choix choix ->
                    choix.list().size() > Choices.SHOWN_WHOLE
                            ? Repertoire.of(type.code(), choix.list())
                            : null;
            case Referentiel it -> it.table();
            case Lieu(var echelon) ->
                    echelon == Lieu.Echelon.DEPARTEMENT || echelon == Lieu.Echelon.REGION
                            ? null
                            : Places.of(echelon);
            default -> null;
        };
    }
}
