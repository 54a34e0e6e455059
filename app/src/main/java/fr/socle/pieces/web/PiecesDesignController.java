package fr.socle.pieces.web;

import fr.socle.kernel.Refusal;
import fr.socle.pieces.PieceId;
import fr.socle.pieces.Pieces;
import fr.socle.pieces.Reception;
import fr.socle.pieces.UploadOutcome;
import fr.socle.pieces.Uploads;
import fr.socle.ui.Page;
import fr.socle.ui.PageRenderer;
import fr.socle.ui.access.Public;
import fr.socle.ui.form.Form;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/** The demonstration page of the block: joins, shows, gives out and deletes pieces. */
@Controller
@Public
class PiecesDesignController {

    private static final String PATH = "/design/pieces";
    private static final String FIELD = "fichier";

    private final Demonstration demonstration;
    private final Pieces pieces;
    private final PageRenderer pages;
    private final Clock clock;

    PiecesDesignController(
            Demonstration demonstration, Pieces pieces, PageRenderer pages, Clock clock) {
        this.demonstration = demonstration;
        this.pieces = pieces;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping(PATH)
    Page show() {
        onlyInDemonstration();
        return page(Form.blank(), 200);
    }

    @PostMapping(PATH)
    void upload(HttpServletRequest request, HttpServletResponse response) throws IOException {
        onlyInDemonstration();
        var receptions = new ArrayList<Reception>();
        boolean full = pieces.of(Demonstration.OWNER).size() >= Demonstration.MOST_PIECES;
        var outcome =
                Uploads.read(
                        request,
                        Demonstration.LIMITS,
                        file -> {
                            if (!full && file.field().equals(FIELD)) {
                                receptions.add(receive(file));
                            }
                        });
        var refused =
                full
                        ? Optional.of(
                                refusal(
                                        Refusal.of(
                                                "pieces.design.full", Demonstration.MOST_PIECES)))
                        : refused(outcome, receptions);
        if (refused.isPresent()) {
            pages.write(refused.get(), request, response);
        } else {
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader("Location", PATH);
        }
    }

    @PostMapping(PATH + "/{id}/suppression")
    ResponseEntity<Void> delete(@PathVariable String id) {
        onlyInDemonstration();
        var piece =
                PieceId.read(id)
                        .flatMap(pieces::find)
                        .filter(it -> it.owner().equals(Demonstration.OWNER))
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        pieces.purge(piece.id(), "retrait depuis la page de démonstration");
        return ResponseEntity.status(HttpStatus.SEE_OTHER).header("Location", PATH).build();
    }

    private Reception receive(fr.socle.pieces.IncomingFile file) {
        var reception =
                pieces.receive(
                        file.content(),
                        Demonstration.ACCEPTED,
                        Demonstration.OWNER,
                        file.name(),
                        file.declaredType());
        if (reception instanceof Reception.Received(var piece)) {
            pieces.keepUntil(
                    piece.id(), LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Paris")));
        }
        return reception;
    }

    private Optional<PiecesDesignPage> refused(UploadOutcome outcome, List<Reception> receptions) {
        return switch (outcome) {
            case UploadOutcome.Refused refused ->
                    Optional.of(refusal(refused.refusal(), refused.status()));
            case UploadOutcome.Complete _ when receptions.isEmpty() ->
                    Optional.of(refusal(Refusal.of("pieces.design.none")));
            case UploadOutcome.Complete _ ->
                    receptions.stream()
                            .filter(Reception.Refused.class::isInstance)
                            .map(Reception.Refused.class::cast)
                            .findFirst()
                            .map(it -> refusal(it.refusal(), it.status()));
        };
    }

    private PiecesDesignPage refusal(Refusal refusal) {
        return refusal(refusal, 422);
    }

    private PiecesDesignPage refusal(Refusal refusal, int status) {
        var form = Form.blank();
        form.reject(FIELD, refusal);
        return page(form, status);
    }

    private PiecesDesignPage page(Form form, int status) {
        return new PiecesDesignPage(
                form,
                status,
                pieces.of(Demonstration.OWNER).stream().map(PiecesDesignPage.Line::of).toList());
    }

    private void onlyInDemonstration() {
        if (!demonstration.isOn()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
