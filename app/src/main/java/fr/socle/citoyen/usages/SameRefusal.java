package fr.socle.citoyen.usages;

import fr.socle.house.Keyring;
import fr.socle.journal.LoggedEntry.OpenPart;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says by what refusals are the same: who asked, what, of whom, for what, and why not. */
@Component
final class SameRefusal {

    private static final List<String> SAID =
            List.of("organisation", "motif", "fournisseur", "donnees", "demarche", "dossier");

    private final Keyring keyring;

    SameRefusal(Keyring keyring) {
        this.keyring = keyring;
    }

    /** A mark, because the list holds nothing of what was said; null for what stands alone. */
    byte @Nullable [] mark(String kind, OpenPart part) {
        if (Family.of(kind) != Family.REFUS) {
            return null;
        }
        var said =
                Stream.concat(
                                Stream.of(kind),
                                SAID.stream().map(it -> String.valueOf(part.values().get(it))))
                        .collect(Collectors.joining("\n"));
        return keyring.mark("citoyen.refus", said.getBytes(StandardCharsets.UTF_8));
    }
}
