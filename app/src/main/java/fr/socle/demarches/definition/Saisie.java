package fr.socle.demarches.definition;

import fr.socle.kernel.EmailAddress;
import fr.socle.kernel.Parsed;
import fr.socle.kernel.Refusal;
import fr.socle.pieces.PieceId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a usager typed into a field. A draft is read with {@link #read}, which does not mind
 * an absence; a deposit also asks {@link #missing}.
 */
public final class Saisie {

    /** What a list sends for an answer of one's own, whose text is the part {@code autre}. */
    public static final String OTHER = "__autre";

    private static final int LONGEST_OTHER = 500;

    private Saisie() {}

    /** The answer; empty when nothing was typed; or why it cannot be one. */
    public static Parsed<Optional<Valeur>> read(Champ champ, Typed typed) {
        if (typed.isBlank()) {
            return Parsed.valid(Optional.empty());
        }
        return switch (champ.type()) {
            case ChampType.Texte(var max, var multiline) -> some(text(typed, max, multiline));
            case ChampType.Nombre nombre -> some(Numbers.read(nombre, typed.part("")));
            case ChampType.Jour jour -> some(Days.read(jour, typed));
            case ChampType.OuiNon _ -> some(yesNo(typed.part("")));
            case ChampType.CaseACocher _ -> Parsed.valid(Optional.of(new Valeur.OuiNon(true)));
            case ChampType.Choix choix -> choices(choix, typed);
            case ChampType.Adresse _ -> some(Addresses.read(typed));
            case ChampType.Email _ ->
                    some(
                            EmailAddress.parse(typed.part(""))
                                    .map(it -> new Valeur.Texte(it.value())));
            case ChampType.Telephone _ -> some(Phones.read(typed.part("")));
            case ChampType.Pieces _ -> pieces(typed);
            case ChampType.Repetition _ -> Parsed.valid(Optional.empty());
            case ChampType.Titre _, ChampType.Explication _ -> Parsed.valid(Optional.empty());
        };
    }

    /**
     * Why this answer is not enough at deposit: nothing where something is mandatory, too few or
     * too many rows. Null when it is enough.
     *
     * @param value null when there is no answer
     */
    public static @Nullable Refusal missing(Champ champ, @Nullable Valeur value) {
        if (champ.type() instanceof ChampType.Repetition repetition) {
            int rows = value instanceof Valeur.Lignes(var lignes) ? lignes.size() : 0;
            return rows(champ, repetition, rows);
        }
        if (!champ.mandatory() || value != null) {
            return null;
        }
        return Refusal.of("demarches.saisie.missing." + champ.type().code());
    }

    private static @Nullable Refusal rows(Champ champ, ChampType.Repetition block, int rows) {
        int min = champ.mandatory() ? Math.max(1, block.min()) : block.min();
        if (rows < min && (champ.mandatory() || rows > 0)) {
            return Refusal.of("demarches.saisie.rows.few", min, rows);
        }
        return rows > block.max()
                ? Refusal.of("demarches.saisie.rows.many", block.max(), rows)
                : null;
    }

    private static Parsed<Valeur> text(Typed typed, int max, boolean multiline) {
        var text = typed.part("").replace("\r\n", "\n").replace('\r', '\n');
        if (!multiline && text.indexOf('\n') >= 0) {
            return Parsed.invalid("demarches.saisie.one-line");
        }
        return FreeText.check(text, max).map(Valeur.Texte::new);
    }

    private static Parsed<Valeur> yesNo(String text) {
        return switch (text) {
            case "oui", "true" -> Parsed.valid(new Valeur.OuiNon(true));
            case "non", "false" -> Parsed.valid(new Valeur.OuiNon(false));
            default -> Parsed.invalid("demarches.saisie.yes-no");
        };
    }

    private static Parsed<Optional<Valeur>> choices(ChampType.Choix choix, Typed typed) {
        var chosen = typed.all().stream().map(String::strip).distinct().toList();
        if (chosen.isEmpty()) {
            // because the text of one's own answer, without its box, was left behind
            return Parsed.valid(Optional.empty());
        }
        if (!choix.multiple() && chosen.size() > 1) {
            return Parsed.invalid("demarches.saisie.one-choice");
        }
        var foreign = chosen.stream().filter(it -> !allowed(choix, it)).findFirst();
        if (foreign.isPresent()) {
            return Parsed.invalid("demarches.saisie.option", FreeText.shortened(foreign.get()));
        }
        return some(chosen.contains(OTHER) ? withOther(chosen, typed) : choice(chosen));
    }

    private static boolean allowed(ChampType.Choix choix, String option) {
        return option.equals(OTHER) ? choix.other() : choix.options().contains(option);
    }

    private static Parsed<Valeur> withOther(List<String> chosen, Typed typed) {
        var own = typed.part("autre");
        if (own.isEmpty()) {
            return Parsed.invalid("demarches.saisie.other");
        }
        return switch (FreeText.check(own, LONGEST_OTHER)) {
            case Parsed.Valid<String>(var text) ->
                    choice(
                            chosen.stream()
                                    .map(it -> it.equals(OTHER) ? text : it)
                                    .distinct()
                                    .toList());
            case Parsed.Invalid<String>(var refusal) -> new Parsed.Invalid<>(refusal);
        };
    }

    private static Parsed<Valeur> choice(List<String> chosen) {
        return Parsed.valid(new Valeur.Choix(chosen));
    }

    private static Parsed<Optional<Valeur>> pieces(Typed typed) {
        var ids = typed.all().stream().map(PieceId::read).toList();
        return ids.stream().allMatch(Optional::isPresent)
                ? some(
                        Parsed.valid(
                                new Valeur.Pieces(ids.stream().flatMap(Optional::stream).toList())))
                : Parsed.invalid("demarches.saisie.piece");
    }

    private static Parsed<Optional<Valeur>> some(Parsed<? extends Valeur> parsed) {
        return switch (parsed) {
            case Parsed.Valid<? extends Valeur>(var value) -> Parsed.valid(Optional.of(value));
            case Parsed.Invalid<? extends Valeur>(var refusal) -> new Parsed.Invalid<>(refusal);
        };
    }
}
