package fr.socle.demarches.graphql.read;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * A name in the form of the contract: the kind and the value, in base64 for addresses ({@code
 * Dossier-12} is {@code RG9zc2llci0xMg}). Clients keep it and send it back as it is.
 */
public record TypedId(String kind, String value) {

    private static final int LONGEST = 400;

    public static String of(String kind, Object value) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((kind + "-" + value).getBytes(StandardCharsets.UTF_8));
    }

    /** The value of a name of this kind; empty for any other text. */
    public static Optional<String> read(String kind, String text) {
        return read(text).filter(it -> it.kind.equals(kind)).map(TypedId::value);
    }

    /** The whole number of a name of this kind. */
    public static Optional<Integer> number(String kind, String text) {
        return read(kind, text).filter(it -> it.matches("[0-9]{1,9}")).map(Integer::valueOf);
    }

    private static Optional<TypedId> read(String text) {
        try {
            var plain =
                    text.length() > LONGEST
                            ? ""
                            : new String(
                                    Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            int dash = plain.indexOf('-');
            return dash < 1
                    ? Optional.empty()
                    : Optional.of(new TypedId(plain.substring(0, dash), plain.substring(dash + 1)));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
