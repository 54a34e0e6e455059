package fr.socle.demarches.graphql.read;

import fr.socle.demarches.builder.Demarche;
import fr.socle.demarches.builder.Facts;
import fr.socle.demarches.builder.RevisionId;
import fr.socle.demarches.graphql.read.ContractStore.Numbered;
import fr.socle.demarches.graphql.read.ContractStore.Published;
import fr.socle.demarches.graphql.read.Listing.GoneView;
import fr.socle.demarches.groupe.Groupe;
import fr.socle.directory.AgentId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A procedure, with its dossiers. What needs a look-up is looked up when it is asked for, once. */
public final class DemarcheView {

    private final Reading reading;
    private final Numbered numbered;
    private final Demarche demarche;
    private @Nullable List<Published> published;
    private @Nullable List<AgentId> agents;
    private @Nullable List<Groupe> groupes;

    DemarcheView(Reading reading, Numbered numbered, Demarche demarche) {
        this.reading = reading;
        this.numbered = numbered;
        this.demarche = demarche;
    }

    /** The procedure itself, for whoever acts on it. */
    public Demarche demarche() {
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

    public List<LabelView> labels() {
        return reading.library().procedures().labels().of(demarche.id()).stream()
                .map(LabelView::of)
                .toList();
    }

    public List<Profile> administrateurs() {
        return reading.administrateurs(demarche.fiche().organisation());
    }

    /** Who handles this group's dossiers. */
    List<Profile> agents(Groupe groupe) {
        var known = agents;
        if (known == null) {
            known = reading.agents(facts().services());
            agents = known;
        }
        return known.stream().filter(groupe::includes).map(reading::profile).toList();
    }

    private List<Groupe> groupes() {
        var known = groupes;
        if (known == null) {
            known = reading.library().procedures().groupes().of(demarche.id());
            groupes = known;
        }
        return known;
    }

    /**
     * @param id null: the default one
     */
    GroupeView groupe(@Nullable UUID id) {
        return groupes().stream()
                .filter(it -> id == null ? it.byDefault() : it.id().value().equals(id))
                .findFirst()
                .map(it -> new GroupeView(this, it))
                .orElseThrow();
    }

    /**
     * @param arguments of the field; without {@code closed}, the open ones and the closed ones
     */
    public List<GroupeView> groupeInstructeurs(Map<String, Object> arguments) {
        var closed = (Boolean) arguments.get("closed");
        return groupes().stream()
                .filter(it -> closed == null || closed != it.active())
                .map(it -> new GroupeView(this, it))
                .toList();
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
        return activeRevision().annotationDescriptors();
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

    /** Those of one group, or of all. */
    Listing listing(@Nullable Groupe groupe) {
        return new Listing(reading, demarche.id(), groupe, published());
    }

    /**
     * @param arguments of the field
     */
    public Connection<DossierView> dossiers(Map<String, Object> arguments) {
        return listing(null).dossiers(arguments);
    }

    /**
     * @param arguments of the field
     */
    public Connection<GoneView> deletedDossiers(Map<String, Object> arguments) {
        return listing(null).gone(arguments);
    }

    /**
     * @param arguments of the field
     */
    public Connection<GoneView> pendingDeletedDossiers(Map<String, Object> arguments) {
        return Listing.leaving(arguments);
    }
}
