package fr.socle.identity.operator.web;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The address of the one script of these pages, with the start of its content's hash. It asks the
 * browser for a key and puts the answer into an ordinary form.
 */
@Component
class PasskeyScript {

    private final String address;

    PasskeyScript() throws IOException {
        var content =
                new ClassPathResource("static/ressources/passkeys.js").getContentAsByteArray();
        address = "/ressources/passkeys.js?v=" + hash(content);
    }

    String address() {
        return address;
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
