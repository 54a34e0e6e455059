package fr.socle.demarches.graphql.read;

import fr.socle.demarches.DemarcheId;
import fr.socle.demarches.DossierState;
import fr.socle.demarches.builder.RevisionId;
import fr.socle.demarches.graphql.read.ContractStore.Gone;
import fr.socle.demarches.graphql.read.ContractStore.Published;
import fr.socle.demarches.graphql.read.Window.Cursor;
import fr.socle.demarches.groupe.Groupe;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The dossiers of a procedure, page by page.
 *
 * @param groupe those of this group; null: all
 * @param published the revisions of the procedure
 */
record Listing(
        Reading reading, DemarcheId demarche, @Nullable Groupe groupe, List<Published> published) {

    /**
     * @param arguments of the field
     */
    Connection<DossierView> dossiers(Map<String, Object> arguments) {
        var window = Window.of(arguments);
        reading.touch();
        var lines = reading.library().store().page(demarche, wanted(arguments), window);
        return Connection.of(window, lines, ContractStore.Line::cursor, reading::dossiers);
    }

    private ContractStore.Wanted wanted(Map<String, Object> arguments) {
        var state = (String) arguments.get("state");
        return new ContractStore.Wanted(
                state == null ? null : DossierState.valueOf(state.toUpperCase(Locale.ROOT)),
                (Boolean) arguments.get("archived"),
                groupe,
                revisions(arguments),
                (Instant) arguments.get("createdSince"),
                (Instant) arguments.get("updatedSince"));
    }

    private @Nullable List<RevisionId> revisions(Map<String, Object> arguments) {
        var only = number((String) arguments.get("revision"));
        var min = number((String) arguments.get("minRevision"));
        var max = number((String) arguments.get("maxRevision"));
        if (only == null && min == null && max == null) {
            return null;
        }
        var wanted = new ArrayList<RevisionId>();
        for (var it : published) {
            if ((only == null || it.number() == only)
                    && (min == null || it.number() >= min)
                    && (max == null || it.number() <= max)) {
                wanted.add(it.id());
            }
        }
        return wanted;
    }

    private @Nullable Integer number(@Nullable String revision) {
        if (revision == null) {
            return null;
        }
        var id = TypedId.read(RevisionView.KIND, revision).orElse("");
        return published.stream()
                .filter(it -> it.id().equals(uuid(id)))
                .findFirst()
                .map(Published::number)
                .orElseThrow(() -> Refus.notFound("Revision"));
    }

    private static RevisionId uuid(String text) {
        return RevisionId.of(text).orElse(new RevisionId(new UUID(0, 0)));
    }

    /** A deposited dossier that is gone. */
    public record GoneView(
            String id, int number, Instant dateSupression, String state, String reason) {

        static GoneView of(Gone it) {
            var id = TypedId.of("DeletedDossier", it.serial());
            return new GoneView(id, it.serial(), it.at(), it.state(), it.reason());
        }
    }

    /**
     * @param arguments of the field
     */
    Connection<GoneView> gone(Map<String, Object> arguments) {
        var window = Window.of(arguments);
        var since = (Instant) arguments.get("deletedSince");
        return gone(window, reading.library().store().gone(demarche, groupe, since, window));
    }

    /**
     * None: here a dossier that is deleted is gone at once.
     *
     * @param arguments of the field
     */
    static Connection<GoneView> leaving(Map<String, Object> arguments) {
        return gone(Window.of(arguments), List.of());
    }

    private static Connection<GoneView> gone(Window window, List<Gone> lines) {
        return Connection.of(
                window,
                lines,
                it -> new Cursor(it.at(), it.serial()),
                page -> page.stream().map(GoneView::of).toList());
    }
}
