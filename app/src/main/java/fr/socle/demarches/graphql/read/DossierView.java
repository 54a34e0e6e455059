package fr.socle.demarches.graphql.read;

import fr.socle.demarches.annotation.Noted;
import fr.socle.demarches.definition.Definition;
import fr.socle.demarches.depot.Stored;
import fr.socle.demarches.dossier.Dossier.Depose;
import fr.socle.demarches.dossier.Dossier.EnConstruction;
import fr.socle.demarches.dossier.Dossier.Termine;
import fr.socle.demarches.dossier.Etape;
import fr.socle.demarches.graphql.read.BesideStore.Place;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A deposited dossier. That it is there, its number and its state are no access; whatever else is
 * read of it goes through {@link #open}.
 */
public final class DossierView implements DossierSilence {

    static final String KIND = "Dossier";
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final Batch batch;
    private final Stored stored;
    private final Depose dossier;

    DossierView(Batch batch, Stored stored, Depose dossier) {
        this.batch = batch;
        this.stored = stored;
        this.dossier = dossier;
    }

    /** The dossier, for whoever acts on it. */
    public Depose dossier() {
        return dossier;
    }

    /** The same, as it lies. */
    public Stored stored() {
        return stored;
    }

    /** It is to stand in the journal that this was read. */
    private Depose open() {
        batch.reading().open(dossier);
        return dossier;
    }

    public String id() {
        return TypedId.of(KIND, number());
    }

    public int number() {
        return place().serial();
    }

    public String state() {
        return dossier.state().name().toLowerCase(Locale.ROOT);
    }

    private Place place() {
        return batch.place(dossier.id());
    }

    public boolean archived() {
        return place().archived();
    }

    public Instant dateDepot() {
        return dossier.depot().at();
    }

    public Instant datePassageEnConstruction() {
        return dossier.depot().at();
    }

    public @Nullable Instant datePassageEnInstruction() {
        return last(Etape.Event.PASSE_EN_INSTRUCTION)
                .or(() -> last(Etape.Event.PASSE_EN_INSTRUCTION_AUTOMATIQUEMENT))
                .orElse(null);
    }

    public @Nullable Instant dateTraitement() {
        return dossier instanceof Termine it ? it.decision().at() : null;
    }

    public Instant dateDerniereModification() {
        return stored.changedAt();
    }

    /** The deposit, or that of the last correction. */
    public Instant dateDerniereModificationChamps() {
        return last(Etape.Event.CORRECTION_DEPOSEE).orElseGet(this::dateDepot);
    }

    public Instant dateDerniereModificationAnnotations() {
        var noted = batch.beside().annotations(dossier.id());
        return noted == null ? dateDepot() : noted.changedAt();
    }

    /** When a decided dossier goes. */
    public @Nullable Instant dateExpiration() {
        var months = dossier.fiche().guichet().retentionMonths();
        return dossier instanceof Termine it
                ? it.decision().at().atZone(PARIS).plusMonths(months).toInstant()
                : null;
    }

    public @Nullable Instant dateDerniereCorrectionEnAttente() {
        return dossier instanceof EnConstruction it && it.correction() != null
                ? it.correction().askedAt()
                : null;
    }

    public @Nullable String motivation() {
        return open() instanceof Termine it && !it.decision().motivation().isEmpty()
                ? it.decision().motivation()
                : null;
    }

    public @Nullable FileView attestation() {
        return batch.attestation(stored, dossier);
    }

    public Profile usager() {
        var usager = open().fiche().usager();
        return new Profile(TypedId.of("User", number()), usager.email().value());
    }

    public Fields demandeur() {
        return Demandeur.of(open().fiche().usager(), number());
    }

    public String connectionUsager() {
        return "france_connect";
    }

    public DescriptorView demarche() {
        return batch.reading().descriptor(procedure(), revision());
    }

    public RevisionView revision() {
        return procedure().revision(dossier.fiche().revision());
    }

    private DemarcheView procedure() {
        return batch.reading().demarche(dossier.fiche().demarche());
    }

    public GroupeView groupeInstructeur() {
        return procedure().groupe(place().groupe());
    }

    /** Who follows it. */
    public List<Profile> instructeurs() {
        return batch.beside().followers(dossier.id()).stream()
                .map(batch.reading()::profile)
                .toList();
    }

    public List<LabelView> labels() {
        return batch.beside().labels(open().id());
    }

    public List<TraitementView> traitements() {
        return TraitementView.of(batch.etapes(open().id()), number(), revision());
    }

    /**
     * @param arguments of the field
     */
    public List<Fields> champs(Map<String, Object> arguments) {
        var at = dateDerniereModificationChamps();
        return named(
                arguments, new Champs(definition(), open().reponses(), at, batch::files).all());
    }

    /**
     * @param arguments of the field
     */
    public List<Fields> annotations(Map<String, Object> arguments) {
        if (definition().annotations().isEmpty()) {
            return List.of();
        }
        var noted = batch.beside().annotations(open().id());
        var known = noted == null ? new Noted(Map.of(), dateDepot()) : noted;
        return named(
                arguments,
                AnnotationChamps.of(definition(), dossier.reponses(), known, batch::files));
    }

    /** The questions of its own revision. */
    public Definition definition() {
        var revisions = batch.reading().library().procedures().revisions();
        return revisions.definition(dossier.fiche().revision());
    }

    private static List<Fields> named(Map<String, Object> arguments, List<Fields> all) {
        var id = (String) arguments.get("id");
        return id == null
                ? all
                : all.stream()
                        .filter(
                                it ->
                                        id.equals(it.field("id"))
                                                || id.equals(it.field("champDescriptorId")))
                        .toList();
    }

    /**
     * @param arguments of the field
     */
    public List<AvisView> avis(Map<String, Object> arguments) {
        var id = (String) arguments.get("id");
        return AvisView.of(open().id(), batch).stream()
                .filter(it -> id == null || id.equals(it.id()))
                .toList();
    }

    /**
     * @param arguments of the field
     */
    public List<MessageView> messages(Map<String, Object> arguments) {
        var id = (String) arguments.get("id");
        var etapes = batch.etapes(open().id());
        return MessageView.of(etapes, batch, dossier, number()).stream()
                .filter(it -> id == null || id.equals(it.id()))
                .toList();
    }

    /** Of the last of these events. */
    private Optional<Instant> last(Etape.Event event) {
        return batch.etapes(dossier.id()).stream()
                .filter(it -> it.event() == event)
                .map(Etape::at)
                .reduce((_, later) -> later);
    }

    /** Nothing: what a person said does not belong in a log. */
    @Override
    public String toString() {
        return "DossierView[" + dossier.id() + "]";
    }
}
