package fr.socle.demarches.expert;

import fr.socle.demarches.depot.DossierStore;
import fr.socle.demarches.dossier.Dossier.Depose;
import fr.socle.demarches.dossier.Dossier.Termine;
import fr.socle.demarches.trace.Accesses;
import fr.socle.demarches.trace.ExpertAct;
import fr.socle.demarches.trace.ExpertAct.What;
import fr.socle.directory.Secrets;
import fr.socle.ui.access.Visitor;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What the links of experts lead to. */
@Component
public class Doors {

    private final AvisStore store;
    private final DossierStore dossiers;
    private final Accesses accesses;
    private final Clock clock;

    Doors(AvisStore store, DossierStore dossiers, Accesses accesses, Clock clock) {
        this.store = store;
        this.dossiers = dossiers;
        this.accesses = accesses;
        this.clock = clock;
    }

    /** What a link leads to. */
    public sealed interface Door {}

    /** The expert may read the dossier and answer. */
    public record Open(AvisExpert avis, Depose dossier) implements Door {}

    /** He answered; he needs the dossier no more. */
    public record Answered(AvisExpert avis, AvisExpert.Rendu rendu) implements Door {}

    /** Too late: withdrawn, decided, or past its time. */
    public record Closed() implements Door {}

    public record Unknown() implements Door {}

    /** Consumes nothing and shows nothing yet. */
    public Door door(String secret) {
        var avis = store.ofSecret(Secrets.hash(secret)).orElse(null);
        if (avis == null) {
            return new Unknown();
        }
        return switch (avis.state()) {
            case AvisExpert.Rendu rendu -> new Answered(avis, rendu);
            case AvisExpert.Retire _ -> new Closed();
            case AvisExpert.Attendu _ -> waiting(avis);
        };
    }

    /** Of an opinion that was not given. */
    Door waiting(AvisExpert avis) {
        var dossier = dossiers.deposited(List.of(avis.dossier())).stream().findFirst().orElse(null);
        return dossier == null
                        || dossier instanceof Termine
                        || !clock.instant().isBefore(avis.closesAt())
                ? new Closed()
                : new Open(avis, dossier);
    }

    /** The expert is about to read the dossier. Durable on return. */
    public void opened(Open open) {
        accesses.consulted(
                ExpertAct.of(open.dossier, visitor(open.avis, open.dossier), What.CONSULTATION));
    }

    /** The other opinions that he may read. */
    public List<AvisExpert> others(Open open) {
        if (!open.avis.question().autres()) {
            return List.of();
        }
        var id = open.dossier.id();
        return store.of(List.of(id)).getOrDefault(id, List.of()).stream()
                .filter(it -> it.rendu() != null)
                .toList();
    }

    /**
     * As whom an expert reads: he stands in the journal under his address, on behalf of the
     * administration that asked him.
     */
    public static Visitor.Agent visitor(AvisExpert avis, Depose dossier) {
        var guichet = dossier.fiche().guichet();
        return new Visitor.Agent(
                avis.id(),
                avis.email().value(),
                guichet.organisation().value(),
                guichet.organisationName(),
                Set.of(),
                Set.of());
    }
}
