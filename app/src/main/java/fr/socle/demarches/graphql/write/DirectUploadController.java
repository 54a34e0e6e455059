package fr.socle.demarches.graphql.write;

import fr.socle.demarches.depot.DossierStore;
import fr.socle.demarches.depot.Joined;
import fr.socle.kernel.Refusal;
import fr.socle.pieces.Accepted;
import fr.socle.pieces.Family;
import fr.socle.pieces.PieceId;
import fr.socle.pieces.Pieces;
import fr.socle.pieces.Reception;
import fr.socle.ui.access.Public;
import fr.socle.ui.api.ApiProblem;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Receives, once, a file that was announced. Its address is the secret. */
@RestController
class DirectUploadController {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final DirectUploadStore store;
    private final DossierStore dossiers;
    private final Pieces pieces;
    private final Clock clock;

    DirectUploadController(
            DirectUploadStore store, DossierStore dossiers, Pieces pieces, Clock clock) {
        this.store = store;
        this.dossiers = dossiers;
        this.pieces = pieces;
        this.clock = clock;
    }

    @Public
    @PutMapping(DirectUploads.PATH + "{id}")
    ResponseEntity<Void> receive(@PathVariable UUID id, HttpServletRequest request)
            throws IOException {
        var announced = store.begin(id, clock.instant()).orElseThrow(DirectUploadController::none);
        var owner =
                dossiers.find(announced.dossier())
                        .map(it -> Joined.ownerOfMessages(it.dossier().fiche()))
                        .orElseThrow(DirectUploadController::none);
        var digest = md5();
        var content = new DigestInputStream(request.getInputStream(), digest);
        return switch (pieces.receive(
                content,
                Accepted.of(announced.size(), Family.values()),
                owner,
                announced.filename(),
                announced.contentType())) {
            case Reception.Refused refused -> throw problem(refused);
            case Reception.Received(var piece) -> {
                var sum = Base64.getEncoder().encodeToString(digest.digest());
                yield kept(announced, piece.id(), sum.equals(announced.checksum()));
            }
        };
    }

    /** One that no mutation uses before the end of the next day goes by itself. */
    private ResponseEntity<Void> kept(
            DirectUploadStore.Announced announced, PieceId piece, boolean whole) {
        if (!whole) {
            pieces.purge(piece, "fichier qui n’est pas celui qui était annoncé");
            throw ApiProblem.of(422, Refusal.of("demarches.api.checksum"));
        }
        pieces.keepUntil(piece, LocalDate.ofInstant(clock.instant(), PARIS).plusDays(1));
        store.received(announced.id(), piece);
        return ResponseEntity.noContent().build();
    }

    private static RuntimeException problem(Reception.Refused refused) {
        return refused.status() < 500
                ? ApiProblem.of(refused.status(), refused.refusal())
                : new ResponseStatusException(HttpStatus.valueOf(refused.status()));
    }

    private static ResponseStatusException none() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has MD5", missing);
        }
    }
}
