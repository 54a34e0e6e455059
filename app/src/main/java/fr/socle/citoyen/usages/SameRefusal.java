package fr.socle.citoyen.usages;

import fr.socle.journal.LoggedEntry.OpenPart;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says by what refusals are the same: who asked, what, of whom, for what, and why not. */
final class SameRefusal {

    private static final List<String> SAID =
            List.of("organisation", "motif", "fournisseur", "donnees", "demarche", "dossier");

    private SameRefusal() {}

    /** SHA-256, because the list holds nothing of what was said; null for what stands alone. */
    static byte @Nullable [] digest(String kind, OpenPart part) {
        if (Family.of(kind) != Family.REFUS) {
            return null;
        }
        var said =
                Stream.concat(
                                Stream.of(kind),
                                SAID.stream().map(it -> String.valueOf(part.values().get(it))))
                        .collect(Collectors.joining("\n"));
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(said.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }
}
