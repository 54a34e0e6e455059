package fr.socle.demarches.graphql.read;

import fr.socle.demarches.DemarcheId;
import fr.socle.demarches.builder.BuilderRights;
import fr.socle.demarches.builder.Demarche;
import fr.socle.demarches.builder.Facts;
import fr.socle.demarches.dossier.Dossier.Depose;
import fr.socle.demarches.dossier.DossierId;
import fr.socle.demarches.graphql.token.Jeton;
import fr.socle.demarches.instruction.InstructionRights;
import fr.socle.directory.AgentId;
import fr.socle.directory.OrganisationId;
import fr.socle.directory.ServiceId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one call reads. Used by one thread. It remembers which dossiers were opened, so that the
 * journal has them before anything leaves.
 */
public final class Reading {

    /** As long as a call may look things up. */
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final Library library;
    private final @Nullable Jeton jeton;
    private final Instant deadline;
    private final Map<DemarcheId, DemarcheView> demarches = new HashMap<>();
    private final Map<AgentId, Profile> profiles = new HashMap<>();
    private final Map<DossierId, Depose> opened = new LinkedHashMap<>();

    /**
     * @param jeton empty for a call without a token, which reads only what is public
     */
    public Reading(Library library, Optional<Jeton> jeton) {
        this.library = library;
        this.jeton = jeton.orElse(null);
        this.deadline = library.desk().clock().instant().plus(LONGEST);
    }

    Library library() {
        return library;
    }

    /** Forgets what was read of procedures: it changes. */
    public void fresh() {
        demarches.clear();
    }

    /** Before each look-up that may be long. */
    void touch() {
        if (library.desk().clock().instant().isAfter(deadline)) {
            throw Refus.timeout();
        }
    }

    public Optional<Jeton> jeton() {
        return Optional.ofNullable(jeton);
    }

    Jeton theJeton() {
        return Objects.requireNonNull(jeton, "dossiers are opened with a token");
    }

    /** The dossiers of which more was read than that they are there. */
    public Collection<Depose> opened() {
        return opened.values();
    }

    void open(Depose dossier) {
        opened.put(dossier.id(), dossier);
    }

    public DemarcheView demarche(int number) {
        var view = known(number, "Demarche");
        if (!opens(view.demarche())) {
            throw Refus.unauthorized("Demarche");
        }
        return view;
    }

    public GroupeView groupe(int number) {
        touch();
        var type = "GroupeInstructeurWithDossiers";
        var groupe =
                library.procedures().groupes().find(number).orElseThrow(() -> Refus.notFound(type));
        var view = demarche(groupe.demarche());
        if (!opens(view.demarche())) {
            throw Refus.unauthorized(type);
        }
        return new GroupeView(view, groupe);
    }

    /**
     * The number by which a client finds a procedure.
     *
     * @param find as {@code FindDemarcheInput}
     * @throws Refus when it gives neither its id nor its number, or both
     */
    public static int number(Map<String, Object> find) {
        var id = (String) find.get("id");
        var number = (Integer) find.get("number");
        if ((id == null) == (number == null)) {
            throw Refus.badArgument("Give the id or the number of the procedure, one of them");
        }
        return number != null
                ? number
                : TypedId.number("Procedure", Objects.requireNonNull(id)).orElse(0);
    }

    /** Of a published procedure, also without a token. */
    public DescriptorView descriptor(int number) {
        var view = known(number, "Demarche");
        if (!(view.demarche() instanceof Demarche.Publiee) && !opens(view.demarche())) {
            throw Refus.unauthorized("Demarche");
        }
        return descriptor(view, view.activeRevision());
    }

    /** Of a procedure that this call made, whether its token opens it from now on or not. */
    public DescriptorView made(DemarcheId id) {
        var view = demarche(id);
        return descriptor(view, view.activeRevision());
    }

    DescriptorView descriptor(DemarcheView demarche, RevisionView revision) {
        var path = demarche.demarche().fiche().path();
        return new DescriptorView(demarche, revision, library.desk().address().of(path));
    }

    private DemarcheView known(int number, String type) {
        touch();
        var numbered = library.store().demarche(number).orElseThrow(() -> Refus.notFound(type));
        return demarches.computeIfAbsent(numbered.id(), _ -> view(numbered));
    }

    DemarcheView demarche(DemarcheId id) {
        return demarches.computeIfAbsent(id, _ -> view(library.store().demarche(id).orElseThrow()));
    }

    private DemarcheView view(ContractStore.Numbered numbered) {
        var demarche = library.procedures().builder().find(numbered.id()).orElseThrow();
        return new DemarcheView(this, numbered, demarche);
    }

    private boolean opens(Demarche demarche) {
        return jeton != null && jeton.opens(demarche.fiche().organisation(), demarche.id());
    }

    public DossierView dossier(int number) {
        touch();
        var id = library.store().dossier(number).orElseThrow(() -> Refus.notFound("Dossier"));
        return dossier(id);
    }

    /**
     * @throws Refus when the token does not open it
     */
    public DossierView dossier(DossierId id) {
        var view =
                new Batch(this, List.of(id))
                        .views().stream().findFirst().orElseThrow(() -> Refus.notFound("Dossier"));
        var fiche = view.dossier().fiche();
        if (jeton == null || !jeton.opens(fiche.guichet().organisation(), fiche.demarche())) {
            throw Refus.unauthorized("Dossier");
        }
        return view;
    }

    /** Those of one page. */
    List<DossierView> dossiers(List<ContractStore.Line> page) {
        return new Batch(this, page.stream().map(ContractStore.Line::id).toList()).views();
    }

    List<AgentId> agents(List<ServiceId> services) {
        touch();
        var staff = library.people().staff();
        return services.stream()
                .flatMap(it -> staff.of(it, InstructionRights.INSTRUIRE).stream())
                .distinct()
                .toList();
    }

    List<Profile> administrateurs(OrganisationId organisation) {
        touch();
        var directory = library.people().directory();
        return library.people().staff().holding(BuilderRights.ADMINISTER).stream()
                .filter(it -> directory.isOf(it, organisation))
                .map(this::profile)
                .toList();
    }

    /** An agent, looked up once; one who is gone keeps his name of the contract. */
    public Profile profile(AgentId id) {
        return profiles.computeIfAbsent(
                id,
                it ->
                        library.people()
                                .directory()
                                .agent(it)
                                .map(Profile::of)
                                .orElseGet(() -> Profile.gone(it)));
    }

    @Nullable ServiceView service(Facts facts, OrganisationId organisation) {
        var people = library.people();
        var owner = people.directory().organisation(organisation);
        return facts.services().stream()
                .flatMap(it -> people.services().find(it).stream())
                .findFirst()
                .flatMap(it -> owner.map(whose -> ServiceView.of(it, whose)))
                .orElse(null);
    }
}
