package fr.socle.demarches.web.builder;

import fr.socle.demarches.definition.Champ;
import fr.socle.demarches.definition.ChampType;
import fr.socle.demarches.definition.Checker;
import fr.socle.kernel.Refusal;
import fr.socle.pieces.Family;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Reading;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the settings of one field. What they mean together is for the checker. */
final class ChampForm {

    /** A longer list is kept as it was imported: no page edits forty thousand lines. */
    static final int MOST_EDITED = 1000;

    private static final int LONGEST_OPTIONS = 200_000;
    private static final long MEGABYTE = 1_000_000;
    private static final int SCALE = 6;
    private static final BigDecimal FAR = new BigDecimal("999999999999");

    private ChampForm() {}

    /** The field as typed, of the same type, with its condition; empty when something is wrong. */
    static Optional<Champ> read(Form form, Champ present) {
        var label = form.required("label", Checker.LONGEST_LABEL);
        if (label.indexOf('\n') >= 0) {
            form.reject("label", Refusal.of("demarches.saisie.one-line"));
        }
        var help = form.optional("help", Checker.LONGEST_HELP);
        var type = type(form, present.type());
        return form.ok()
                ? Optional.of(
                        new Champ(
                                present.id(),
                                label,
                                help,
                                form.ticked("mandatory"),
                                type,
                                present.condition(),
                                present.source()))
                : Optional.empty();
    }

    private static ChampType type(Form form, ChampType present) {
        return switch (present) {
            case ChampType.Texte(_, var multiline) ->
                    new ChampType.Texte(whole(form, "max", 1, 20_000), multiline);
            case ChampType.Nombre _ -> nombre(form);
            case ChampType.Jour _ ->
                    new ChampType.Jour(
                            form.readOptionalDate("min").orElse(null),
                            form.readOptionalDate("max").orElse(null));
            case ChampType.Choix choix ->
                    new ChampType.Choix(
                            options(form, choix), choix.multiple(), form.ticked("other"));
            case ChampType.Pieces _ -> pieces(form);
            case ChampType.Repetition(var champs, _, _) ->
                    new ChampType.Repetition(
                            champs, whole(form, "min", 0, 200), whole(form, "max", 1, 200));
            case ChampType.Titre _ -> new ChampType.Titre(whole(form, "level", 1, 3));
            case ChampType.OuiNon _, ChampType.CaseACocher _, ChampType.Adresse _ -> present;
            case ChampType.Email _, ChampType.Telephone _, ChampType.Explication _ -> present;
        };
    }

    private static ChampType nombre(Form form) {
        return new ChampType.Nombre(
                form.ticked("decimal"),
                bound(form, "min"),
                bound(form, "max"),
                form.optional("unit", 20));
    }

    private static @Nullable BigDecimal bound(Form form, String field) {
        return form.readOptional(field, Reading.decimal(SCALE, FAR.negate(), FAR)).orElse(null);
    }

    private static int whole(Form form, String field, int min, int max) {
        return form.read(field, Reading.whole(min, max)).orElse((long) max).intValue();
    }

    private static List<String> options(Form form, ChampType.Choix present) {
        return present.options().size() > MOST_EDITED
                ? present.options()
                : Arrays.stream(form.optional("options", LONGEST_OPTIONS).split("\\R"))
                        .map(String::strip)
                        .filter(it -> !it.isEmpty())
                        .toList();
    }

    private static ChampType pieces(Form form) {
        var names = Arrays.stream(Family.values()).map(Family::name).toList();
        Set<Family> families =
                form.readAll("families", names).stream()
                        .map(Family::valueOf)
                        .collect(Collectors.toSet());
        return new ChampType.Pieces(families, whole(form, "size", 1, 200) * MEGABYTE);
    }
}
