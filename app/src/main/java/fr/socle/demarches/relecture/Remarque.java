package fr.socle.demarches.relecture;

import fr.socle.demarches.definition.Champ;
import fr.socle.demarches.definition.ChampId;
import fr.socle.demarches.definition.Definition;
import fr.socle.kernel.Refusal;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Something that a careful colleague would say.
 *
 * @param champ about which field; null: about the form
 * @param rule its code, which with the field names the remark
 * @param text the message {@code demarches.relecture.<rule>}
 * @param mended what one click makes of the definition; null when only its author can tell. Its
 *     label is {@code demarches.relecture.<rule>.fix}, with the same arguments
 */
public record Remarque(
        @Nullable ChampId champ,
        String rule,
        Refusal text,
        @Nullable UnaryOperator<Definition> mended) {

    static Remarque of(Champ champ, String rule, Object... arguments) {
        return new Remarque(
                champ.id(), rule, Refusal.of("demarches.relecture." + rule, arguments), null);
    }

    static Remarque ofForm(String rule, Object... arguments) {
        return new Remarque(null, rule, Refusal.of("demarches.relecture." + rule, arguments), null);
    }

    Remarque mendedBy(UnaryOperator<Definition> fix) {
        return new Remarque(champ, rule, text, fix);
    }

    /** How a form names it. */
    public String code() {
        return rule + " " + (champ == null ? "" : champ.value());
    }
}
