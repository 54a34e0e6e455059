package fr.socle.demarches.instruction;

import fr.socle.demarches.depot.DossierStore;
import fr.socle.demarches.depot.Stored;
import fr.socle.demarches.dossier.Dossier;
import fr.socle.demarches.dossier.DossierId;
import fr.socle.exchange.spi.Cases;
import fr.socle.kernel.NumeroPublic;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Dossiers as the cases on whose ground data may be asked; {@code demarches/<id>}. */
@Component
class DossierCases implements Cases {

    private final DossierStore store;
    private final InCharge inCharge;

    DossierCases(DossierStore store, InCharge inCharge) {
        this.store = store;
        this.inCharge = inCharge;
    }

    @Override
    public Optional<CaseState> find(String reference) {
        return DossierId.ofReference(reference).flatMap(store::find).map(this::state);
    }

    @Override
    public Optional<String> referenceOf(NumeroPublic number) {
        return store.idOf(number).map(DossierId::reference);
    }

    private CaseState state(Stored stored) {
        var dossier = stored.dossier();
        var fiche = dossier.fiche();
        return new CaseState(
                stored.version(),
                title(dossier),
                fiche.guichet().organisation(),
                fiche.person(),
                // a draft is nobody's business but the usager's
                dossier instanceof Dossier.Brouillon ? Set.of() : inCharge.of(fiche),
                !dossier.state().decided());
    }

    private static String title(Dossier dossier) {
        var title = dossier.fiche().guichet().title();
        return switch (dossier) {
            case Dossier.Brouillon _ -> title + ", brouillon";
            case Dossier.Depose depose ->
                    title + ", dossier " + depose.depot().number().formatted();
        };
    }
}
