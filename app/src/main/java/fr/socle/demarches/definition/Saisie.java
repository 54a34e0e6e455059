package fr.socle.demarches.definition;

import fr.socle.kernel.Parsed;
import fr.socle.kernel.Refusal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a usager typed into a field. A draft is read with {@link #read}, which does not mind
 * an absence; a deposit also asks {@link #missing}.
 */
public final class Saisie {

    /** What a list sends for an answer of one's own, whose text is the part {@code autre}. */
    public static final String OTHER = "__autre";

    private Saisie() {}

    /** The answer; empty when nothing was typed; or why it cannot be one. */
    public static Parsed<Optional<Valeur>> read(Champ champ, Typed typed) {
        if (typed.isBlank()) {
            return Parsed.valid(Optional.empty());
        }
        return champ.type().asks() && !(champ.type() instanceof ChampType.Repetition)
                ? some(read(champ.type(), typed))
                : Parsed.valid(Optional.empty());
    }

    /** Generic, because a kind reads its own type only. */
    private static <T extends ChampType> Parsed<? extends Valeur> read(T type, Typed typed) {
        return Kinds.of(type).read(type, typed);
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

    private static Parsed<Optional<Valeur>> some(Parsed<? extends Valeur> parsed) {
        return switch (parsed) {
            // because a box whose mark alone was sent chose nothing
            case Parsed.Valid<? extends Valeur>(Valeur.Choix(var chosen)) when chosen.isEmpty() ->
                    Parsed.valid(Optional.empty());
            case Parsed.Valid<? extends Valeur>(var value) -> Parsed.valid(Optional.of(value));
            case Parsed.Invalid<? extends Valeur>(var refusal) -> new Parsed.Invalid<>(refusal);
        };
    }
}
