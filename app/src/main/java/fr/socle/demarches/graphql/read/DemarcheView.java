package fr.socle.demarches.graphql.read;

import fr.socle.demarches.DossierState;
import fr.socle.demarches.builder.Demarche;
import fr.socle.demarches.builder.Facts;
import fr.socle.demarches.builder.RevisionId;
import fr.socle.demarches.graphql.read.ContractStore.Gone;
import fr.socle.demarches.graphql.read.ContractStore.Numbered;
import fr.socle.demarches.graphql.read.ContractStore.Published;
import fr.socle.demarches.graphql.read.Window.Cursor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A procedure, with its dossiers. What needs a look-up is looked up when it is asked for, once. */
public final class DemarcheView {

    private final Reading reading;
    private final Numbered numbered;
    private final Demarche demarche;
    private @Nullable List<Published> published;
    private @Nullable List<Profile> agents;

    DemarcheView(Reading reading, Numbered numbered, Demarche demarche) {
        this.reading = reading;
        this.numbered = numbered;
        this.demarche = demarche;
    }

    Demarche demarche() {
        return demarche;
    }

    private Facts facts() {
        return demarche.fiche().facts();
    }

    public String id() {
        return TypedId.of("Procedure", numbered.serial());
    }

    public int number() {
        return numbered.serial();
    }

    public String title() {
        return facts().title();
    }

    public String description() {
        return facts().description();
    }

    public String state() {
        return numbered.state();
    }

    public @Nullable String declarative() {
        return null;
    }

    public @Nullable Object chorusConfiguration() {
        return null;
    }

    public Instant dateCreation() {
        return numbered.createdAt();
    }

    public Instant dateDerniereModification() {
        return numbered.changedAt();
    }

    public @Nullable Instant datePublication() {
        return published().isEmpty() ? null : published().getFirst().at();
    }

    public @Nullable Instant dateDepublication() {
        return null;
    }

    /** The closing is a closed procedure's last change, unless its presentation changed since. */
    public @Nullable Instant dateFermeture() {
        return demarche instanceof Demarche.Close ? numbered.changedAt() : null;
    }

    public @Nullable ServiceView service() {
        return reading.service(facts(), demarche.fiche().organisation());
    }

    public List<Object> labels() {
        return List.of();
    }

    public List<Profile> administrateurs() {
        return reading.administrateurs(demarche.fiche().organisation());
    }

    /** Who may handle its dossiers. */
    List<Profile> agents() {
        var known = agents;
        if (known == null) {
            known = reading.agents(facts().services());
            agents = known;
        }
        return known;
    }

    GroupeView groupe() {
        return new GroupeView(this, number());
    }

    /**
     * @param arguments of the field
     */
    public List<GroupeView> groupeInstructeurs(Map<String, Object> arguments) {
        return Boolean.TRUE.equals(arguments.get("closed")) ? List.of() : List.of(groupe());
    }

    private List<Published> published() {
        var known = published;
        if (known == null) {
            known = reading.library().store().revisions(demarche.id());
            published = known;
        }
        return known;
    }

    public List<RevisionView> revisions() {
        return published().stream().map(this::revision).toList();
    }

    public @Nullable RevisionView publishedRevision() {
        return published().isEmpty() ? null : revision(published().getLast());
    }

    public RevisionView activeRevision() {
        var last = publishedRevision();
        return last == null ? draftRevision() : last;
    }

    public RevisionView draftRevision() {
        return new RevisionView(
                TypedId.of(RevisionView.KIND, "brouillon-" + number()),
                numbered.changedAt(),
                null,
                () -> demarche.fiche().draft());
    }

    public List<Fields> champDescriptors() {
        return activeRevision().champDescriptors();
    }

    public List<Fields> annotationDescriptors() {
        return List.of();
    }

    RevisionView revision(RevisionId id) {
        return published().stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .map(this::revision)
                .orElseGet(this::draftRevision);
    }

    private RevisionView revision(Published it) {
        return new RevisionView(
                TypedId.of(RevisionView.KIND, it.id()),
                it.at(),
                it.at(),
                () -> reading.library().procedures().revisions().definition(it.id()));
    }

    /**
     * @param arguments of the field
     */
    public Connection<DossierView> dossiers(Map<String, Object> arguments) {
        var window = Window.of(arguments);
        if (Boolean.TRUE.equals(arguments.get("archived"))) {
            // because nothing is archived here: a decided dossier stays in its place to its term
            return Connection.of(window, List.of(), ContractStore.Line::cursor, reading::dossiers);
        }
        reading.touch();
        var lines = reading.library().store().page(demarche.id(), wanted(arguments), window);
        return Connection.of(window, lines, ContractStore.Line::cursor, reading::dossiers);
    }

    private ContractStore.Wanted wanted(Map<String, Object> arguments) {
        var state = (String) arguments.get("state");
        return new ContractStore.Wanted(
                state == null ? null : DossierState.valueOf(state.toUpperCase(Locale.ROOT)),
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
        for (var it : published()) {
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
        return published().stream()
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
    public Connection<GoneView> deletedDossiers(Map<String, Object> arguments) {
        var window = Window.of(arguments);
        var since = (Instant) arguments.get("deletedSince");
        return gone(window, reading.library().store().gone(demarche.id(), since, window));
    }

    /**
     * None: here a dossier that is deleted is gone at once.
     *
     * @param arguments of the field
     */
    public Connection<GoneView> pendingDeletedDossiers(Map<String, Object> arguments) {
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
