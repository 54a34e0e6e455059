package fr.socle.demarches.instruction;

import fr.socle.demarches.depot.DossierStore;
import fr.socle.demarches.depot.Joined;
import fr.socle.demarches.dossier.Dossier;
import fr.socle.demarches.dossier.Fiche;
import fr.socle.pieces.Owner;
import fr.socle.pieces.PieceGuard;
import fr.socle.ui.access.Visitor;
import org.springframework.stereotype.Component;

/** The documents of a dossier are for its usager, and once deposited for the agents in charge. */
@Component
class DossierPieceGuard implements PieceGuard {

    private final DossierStore store;
    private final InCharge inCharge;

    DossierPieceGuard(DossierStore store, InCharge inCharge) {
        this.store = store;
        this.inCharge = inCharge;
    }

    @Override
    public String block() {
        return "demarches";
    }

    @Override
    public boolean mayRead(Visitor visitor, Owner owner) {
        return Joined.dossierOf(owner)
                .flatMap(store::find)
                .map(it -> mayRead(visitor, owner, it.dossier()))
                .orElse(false);
    }

    private boolean mayRead(Visitor visitor, Owner owner, Dossier dossier) {
        return switch (visitor) {
            case Visitor.Anonymous _ -> false;
            case Visitor.Usager usager ->
                    usager.person().equals(dossier.fiche().person())
                            && !Joined.forAgentsAlone(owner);
            case Visitor.Agent agent ->
                    dossier instanceof Dossier.Depose
                            && (inCharge.includes(dossier.fiche(), agent)
                                    || byLink(agent, dossier.fiche()));
        };
    }

    private static boolean byLink(Visitor.Agent program, Fiche fiche) {
        return program.holds(
                InstructionRights.LIRE_PAR_LIEN, fiche.guichet().organisation().value());
    }
}
