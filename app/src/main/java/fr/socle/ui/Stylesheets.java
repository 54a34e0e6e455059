package fr.socle.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The addresses of the stylesheets, each with the start of its content's hash, so that browsers may
 * keep it for ever. The slot: a folder named by {@code socle.theme} whose {@code theme.css} is
 * loaded after the house's own.
 */
@Component
class Stylesheets {

    private final String house;
    private final @Nullable String theme;

    Stylesheets(UiSettings settings) throws IOException {
        house =
                "/ressources/socle.css?v="
                        + hash(
                                new ClassPathResource("static/ressources/socle.css")
                                        .getContentAsByteArray());
        theme =
                settings.theme() == null
                        ? null
                        : "/theme/theme.css?v="
                                + hash(Files.readAllBytes(Path.of(settings.theme(), "theme.css")));
    }

    String house() {
        return house;
    }

    @Nullable String theme() {
        return theme;
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, 6);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }
}
