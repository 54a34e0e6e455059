package fr.socle.demarches.graphql.read;

import fr.socle.demarches.dossier.DossierId;
import fr.socle.demarches.graphql.token.Jeton;
import fr.socle.house.BrokenSeal;
import fr.socle.house.Keyring;
import fr.socle.house.PublicAddress;
import fr.socle.pieces.PieceId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Links that open one file each, to whoever holds them, for a time and while the token holds. */
@Component
public class FileLinks {

    /** The parameter that carries a link's seal. */
    static final String PARAMETER = "lien";

    /** Where attestations are handed out. */
    public static final String ATTESTATIONS = "/api/v2/graphql/attestations/";

    /** Long enough to fetch the files of a page of a hundred dossiers one after the other. */
    static final Duration LIFE = Duration.ofHours(1);

    private static final String CONTEXT = "demarches.graphql-link";
    private static final int LONGEST = 400;

    private final Keyring keyring;
    private final PublicAddress address;
    private final Clock clock;

    FileLinks(Keyring keyring, PublicAddress address, Clock clock) {
        this.keyring = keyring;
        this.address = address;
        this.clock = clock;
    }

    /** What a link opens, and by which token it was given. */
    public record Opened(UUID file, UUID jeton) {}

    String piece(PieceId piece, Jeton jeton) {
        return address.of(
                "/pieces/" + piece + "?" + PARAMETER + "=" + sealed(piece.value(), jeton));
    }

    String attestation(DossierId dossier, Jeton jeton) {
        return address.of(ATTESTATIONS + sealed(dossier.value(), jeton));
    }

    private String sealed(UUID file, Jeton jeton) {
        var until = clock.instant().plus(LIFE).getEpochSecond();
        var text = file + " " + jeton.id() + " " + until;
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(keyring.seal(CONTEXT, text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Empty for a link that is none, or that expired. */
    public Optional<Opened> open(String link) {
        try {
            var sealed = Base64.getUrlDecoder().decode(link.length() > LONGEST ? "" : link);
            var parts =
                    new String(keyring.open(CONTEXT, sealed), StandardCharsets.UTF_8).split(" ");
            var until = Instant.ofEpochSecond(Long.parseLong(parts[2]));
            return clock.instant().isBefore(until)
                    ? Optional.of(new Opened(UUID.fromString(parts[0]), UUID.fromString(parts[1])))
                    : Optional.empty();
        } catch (IllegalArgumentException | BrokenSeal forged) {
            return Optional.empty();
        }
    }
}
