package fr.socle.identity.broker;

import fr.socle.identity.federation.Acr;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an id_token says of how a person proved who they are. Words that nobody knows are left out.
 *
 * @param acr null when the token names no level that is known
 */
record Vouched(@Nullable Acr acr, List<String> amr) {

    /** The means that FranceConnect's contract knows (RFC 8176 and its own). */
    private static final Set<String> MEANS =
            Set.of(
                    "pwd", "pop", "otp", "fpt", "eye", "vbm", "tel", "sms", "kba", "wia", "mfa",
                    "face", "geo", "hwk", "iris", "mca", "pin", "rba", "swk", "user", "mail",
                    "eidas", "fc");

    /**
     * @param acr the claim of that name, as it came
     * @param amr the claim of that name, as it came
     */
    static Vouched of(@Nullable Object acr, @Nullable Object amr) {
        return new Vouched(level(acr), means(amr));
    }

    private static @Nullable Acr level(@Nullable Object said) {
        return said instanceof String text ? Acr.of(text).orElse(null) : null;
    }

    private static List<String> means(@Nullable Object said) {
        return said instanceof List<?> list
                ? list.stream()
                        .filter(String.class::isInstance)
                        .map(Object::toString)
                        .filter(MEANS::contains)
                        .distinct()
                        .toList()
                : List.of();
    }
}
