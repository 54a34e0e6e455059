package fr.socle.demarches.web.expert;

import fr.socle.demarches.builder.Revisions;
import fr.socle.demarches.depot.Joined;
import fr.socle.demarches.dossier.Dossier.Depose;
import fr.socle.demarches.expert.Doors;
import fr.socle.demarches.expert.Doors.Open;
import fr.socle.demarches.expert.Experts;
import fr.socle.demarches.web.answers.Answers;
import fr.socle.pieces.Handout;
import fr.socle.pieces.Piece;
import fr.socle.pieces.PieceId;
import fr.socle.pieces.Pieces;
import fr.socle.ui.Page;
import fr.socle.ui.access.Public;
import fr.socle.ui.form.Form;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * An expert reads one dossier and gives his opinion. The secret in the address is the credential;
 * the first page shows nothing about a person, so that what only follows links of letters opens
 * nothing.
 */
@Controller
@Public
@RequestMapping("/avis-expert")
class ExpertController {

    private final Doors doors;
    private final Experts experts;
    private final Shelf shelf;
    private final Handout handout;
    private final Pieces pieces;

    /** What is read of a dossier. */
    @Component
    record Shelf(Revisions revisions, Joined joined) {

        Answers answers(Depose dossier) {
            var definition = revisions.definition(dossier.fiche().revision());
            return Answers.of(definition, dossier.reponses(), joined.of(dossier.fiche()));
        }
    }

    ExpertController(Doors doors, Experts experts, Shelf shelf, Handout handout, Pieces pieces) {
        this.doors = doors;
        this.experts = experts;
        this.shelf = shelf;
        this.handout = handout;
        this.pieces = pieces;
    }

    @GetMapping
    Page door(@RequestParam(defaultValue = "") String code) {
        return new ExpertPage(doors.door(code), code);
    }

    @GetMapping("/dossier")
    Page read(@RequestParam(defaultValue = "") String code) {
        return doors.door(code) instanceof Open open ? page(open, code, Form.blank()) : door(code);
    }

    @PostMapping("/dossier")
    Object answer(@RequestParam(defaultValue = "") String code, HttpServletRequest request) {
        if (!(doors.door(code) instanceof Open open)) {
            return door(code);
        }
        var received = ReceivedAvis.read(request, pieces, open);
        if (!received.form().ok()) {
            return page(open, code, received.form());
        }
        if (!experts.answer(open, received.texte(), received.oui(), received.piece())) {
            received.discard(pieces);
            return door(code);
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/avis-expert?code=" + code))
                .build();
    }

    /** A document of the answers, as long as the expert may read the dossier. */
    @GetMapping("/pieces/{piece}")
    void piece(
            @PathVariable String piece,
            @RequestParam(defaultValue = "") String code,
            HttpServletResponse response)
            throws IOException {
        if (!(doors.door(code) instanceof Open open)) {
            throw notFound();
        }
        var wanted = PieceId.read(piece).map(shelf.joined.of(open.dossier().fiche())::get);
        if (wanted.isEmpty() || !given(wanted.get(), open, response)) {
            throw notFound();
        }
    }

    private boolean given(Piece piece, Open open, HttpServletResponse response) throws IOException {
        var reader = Doors.visitor(open.avis(), open.dossier());
        return handout.write(
                piece.id(),
                reader,
                () -> {
                    response.setContentType(piece.type());
                    response.setHeader(
                            HttpHeaders.CONTENT_DISPOSITION,
                            ContentDisposition.attachment()
                                    .filename(piece.name(), StandardCharsets.UTF_8)
                                    .build()
                                    .toString());
                    response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
                    return response.getOutputStream();
                });
    }

    /** His opening is in the journal, durable, before anything is shown. */
    private Page page(Open open, String code, Form form) {
        doors.opened(open);
        return new ExpertDossierPage(
                open.avis(),
                open.dossier(),
                shelf.answers(open.dossier()),
                doors.others(open),
                code,
                form);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
