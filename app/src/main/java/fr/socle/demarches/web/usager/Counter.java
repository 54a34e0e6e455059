package fr.socle.demarches.web.usager;

import fr.socle.demarches.builder.PublishedRevision;
import fr.socle.demarches.builder.Revisions;
import fr.socle.demarches.definition.Definition;
import fr.socle.demarches.depot.DossierStore;
import fr.socle.demarches.depot.Followed;
import fr.socle.demarches.depot.Joined;
import fr.socle.demarches.depot.Stored;
import fr.socle.demarches.dossier.Dossier;
import fr.socle.demarches.dossier.DossierId;
import fr.socle.demarches.partage.Partages;
import fr.socle.demarches.publication.Rebases;
import fr.socle.demarches.publication.SetAside;
import fr.socle.identity.UsagerConnecte;
import fr.socle.identity.Usagers;
import fr.socle.pieces.Piece;
import fr.socle.pieces.PieceId;
import fr.socle.ui.access.NotAllowed;
import fr.socle.ui.access.Visitor;
import fr.socle.ui.access.Visitors;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** What every page of a usager needs: who asks, which dossier of theirs, what it asks. */
@Component
class Counter {

    private final Usagers usagers;
    private final DossierStore store;
    private final Revisions revisions;
    private final Joined joined;
    private final Sharing sharing;

    /** What else happens to a draft: revisions come, and others write in it. */
    @Component
    record Sharing(Rebases rebases, Partages partages) {}

    Counter(
            Usagers usagers,
            DossierStore store,
            Revisions revisions,
            Joined joined,
            Sharing sharing) {
        this.usagers = usagers;
        this.store = store;
        this.revisions = revisions;
        this.joined = joined;
        this.sharing = sharing;
    }

    static Visitor.Usager visitor(HttpServletRequest request) {
        if (Visitors.of(request) instanceof Visitor.Usager usager) {
            return usager;
        }
        throw new NotAllowed("a usager's page");
    }

    UsagerConnecte usager(HttpServletRequest request) {
        return usagers.connected(visitor(request));
    }

    /** Their dossier; somebody else's is as unknown as one that is not there. */
    Stored mine(HttpServletRequest request, String id) {
        return DossierId.of(id)
                .flatMap(it -> store.find(it, visitor(request).person()))
                .orElseThrow(Counter::notFound);
    }

    /** The same, with whether there is anything to read beside it. */
    Followed followed(HttpServletRequest request, String id) {
        return DossierId.of(id)
                .flatMap(it -> store.followed(it, visitor(request).person()))
                .orElseThrow(Counter::notFound);
    }

    /** Their dossier; a draft comes under the newest revision of its procedure first. */
    Rebases.Opened opened(HttpServletRequest request, String id) {
        return sharing.rebases.open(mine(request, id));
    }

    /** As {@link #opened}, also for whom its usager lets fill the draft. */
    Rebases.Opened openedByAll(HttpServletRequest request, String id) {
        var person = visitor(request).person();
        return DossierId.of(id)
                .flatMap(it -> store.find(it, person).or(() -> sharing.partages.open(it, person)))
                .map(sharing.rebases::open)
                .orElseThrow(Counter::notFound);
    }

    /** Their dossier, or a draft that its usager lets them fill; they write in it. */
    Stored writtenByAll(HttpServletRequest request, String id) {
        var person = visitor(request).person();
        return DossierId.of(id)
                .flatMap(it -> store.find(it, person).or(() -> sharing.partages.write(it, person)))
                .orElseThrow(Counter::notFound);
    }

    /** Anybody's dossier, for who proves by other means what they may do with it. */
    Optional<Stored> any(DossierId id) {
        return store.find(id);
    }

    static boolean isOwner(HttpServletRequest request, Dossier dossier) {
        return dossier.fiche().person().equals(visitor(request).person());
    }

    /** The answers for which a newer revision had no place. */
    List<SetAside> aside(Dossier dossier) {
        return sharing.rebases.aside(dossier.id());
    }

    /** The usager has read which answers found no place. */
    void forgetAside(Dossier dossier) {
        sharing.rebases.forget(dossier.id());
    }

    PublishedRevision asked(Dossier dossier) {
        return revisions.revision(dossier.fiche().revision()).orElseThrow();
    }

    Definition fields(Dossier dossier) {
        return revisions.definition(dossier.fiche().revision());
    }

    Map<PieceId, Piece> joined(Dossier dossier) {
        return joined.of(dossier.fiche());
    }

    /** Those that its answers name: nothing is read when they name none. */
    Map<PieceId, Piece> named(Dossier dossier) {
        return dossier.reponses().pieces().findAny().isPresent() ? joined(dossier) : Map.of();
    }

    static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    static ResponseEntity<Void> seeOther(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(path)).build();
    }

    /** To the page of the dossier, which tells that nothing was changed. */
    static ResponseEntity<Void> tooLate(DossierId id) {
        return seeOther(path(id) + "?fait=" + DossierPage.Told.TOO_LATE.word());
    }

    static String path(DossierId id) {
        return "/mes-dossiers/" + id;
    }
}
