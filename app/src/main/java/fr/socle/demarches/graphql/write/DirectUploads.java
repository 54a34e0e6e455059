package fr.socle.demarches.graphql.write;

import fr.socle.demarches.dossier.DossierId;
import fr.socle.demarches.graphql.read.Reading;
import fr.socle.demarches.graphql.read.Refus;
import fr.socle.demarches.graphql.read.TypedId;
import fr.socle.house.PublicAddress;
import fr.socle.pieces.PieceId;
import fr.socle.pieces.Pieces;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Files that programs send by themselves: announced by a mutation, sent once by PUT to the address
 * that it gives.
 */
@Component
class DirectUploads {

    /** Where announced files are received. */
    static final String PATH = "/api/v2/graphql/depots/";

    static final int MOST_BYTES = 20_000_000;

    private static final String SIGNED = "SignedBlob";
    private static final Duration LIFE = Duration.ofHours(1);
    private static final int LONGEST = 200;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** An MD5 digest in base64 (RFC 1864), as clients of the original compute it. */
    private static final Pattern MD5 = Pattern.compile("[A-Za-z0-9+/]{22}==");

    private final DirectUploadStore store;
    private final Pieces pieces;
    private final PublicAddress address;
    private final Clock clock;

    DirectUploads(DirectUploadStore store, Pieces pieces, PublicAddress address, Clock clock) {
        this.store = store;
        this.pieces = pieces;
        this.address = address;
        this.clock = clock;
    }

    /**
     * Where and how the file is to be sent.
     *
     * @param headers a JSON object, as a text
     */
    public record DirectUpload(String blobId, String signedBlobId, String url, String headers) {}

    /**
     * @throws Refus for a file that would be refused
     */
    Payload begin(Reading reading, Map<String, Object> input) {
        var dossier = Mandates.dossier(reading, input).dossier().id();
        var size = (Integer) Objects.requireNonNull(input.get("byteSize"));
        if (size < 1 || size > MOST_BYTES) {
            throw Refus.badArgument("byteSize goes from 1 to " + MOST_BYTES);
        }
        var checksum = (String) Objects.requireNonNull(input.get("checksum"));
        if (!MD5.matcher(checksum).matches()) {
            throw Refus.badArgument("checksum is the MD5 digest of the file, in base64");
        }
        var announced =
                new DirectUploadStore.Announced(
                        UUID.randomUUID(),
                        dossier,
                        text(input, "filename"),
                        text(input, "contentType"),
                        size,
                        checksum);
        store.announce(announced, reading.jeton().orElseThrow().id(), clock.instant().plus(LIFE));
        return Payload.done("directUpload", upload(announced));
    }

    /**
     * The file that a client names, once: received by this token for this dossier, and still there.
     *
     * @param id as {@code signedBlobId}
     */
    Optional<PieceId> use(Reading reading, DossierId dossier, String id) {
        return TypedId.read(SIGNED, id)
                .flatMap(DirectUploads::uuid)
                .flatMap(
                        it ->
                                store.use(
                                        it,
                                        reading.jeton().orElseThrow().id(),
                                        dossier,
                                        clock.instant()))
                .filter(it -> pieces.find(it).isPresent());
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private DirectUpload upload(DirectUploadStore.Announced announced) {
        var headers =
                Map.of(
                        "Content-Type", announced.contentType(),
                        "Content-MD5", announced.checksum());
        return new DirectUpload(
                TypedId.of("Blob", announced.id()),
                TypedId.of(SIGNED, announced.id()),
                address.of(PATH + announced.id()),
                JSON.writeValueAsString(headers));
    }

    private static String text(Map<String, Object> input, String field) {
        var text = ((String) Objects.requireNonNull(input.get(field))).strip();
        if (text.isEmpty()
                || text.length() > LONGEST
                || text.chars().anyMatch(Character::isISOControl)) {
            throw Refus.badArgument(field + " has 1 to " + LONGEST + " characters, on one line");
        }
        return text;
    }
}
