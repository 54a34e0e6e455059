package fr.socle.exchange.access;

import fr.socle.habilitations.Habilitation;
import fr.socle.habilitations.HabilitationId;
import fr.socle.habilitations.Habilitations;
import fr.socle.kernel.Parsed;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Reading;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is written to let a program in.
 *
 * @param keys null for a long-lived token
 */
public record ConsumerDraft(Habilitation on, String label, @Nullable String keys, int months) {

    private static final int LONGEST_LABEL = 120;

    /** Empty when something is wrong, which the form then tells. */
    public static Optional<ConsumerDraft> read(Form form, Habilitations habilitations) {
        var on = form.read("habilitation", it -> habilitation(it, habilitations));
        var label = form.required("label", LONGEST_LABEL);
        var months = form.read("mois", Reading.whole(1, Consumers.LONGEST_MONTHS));
        var keys = form.readOptional("cles", PublicKeys::parse);
        return form.ok() && on.isPresent() && months.isPresent()
                ? Optional.of(
                        new ConsumerDraft(
                                on.get(), label, keys.orElse(null), months.get().intValue()))
                : Optional.empty();
    }

    private static Parsed<Habilitation> habilitation(String text, Habilitations habilitations) {
        return HabilitationId.of(text)
                .flatMap(habilitations::find)
                .filter(it -> it.revokedAt().isEmpty())
                .map(Parsed::valid)
                .orElseGet(() -> Parsed.invalid("exchange.token.habilitation.unknown"));
    }
}
