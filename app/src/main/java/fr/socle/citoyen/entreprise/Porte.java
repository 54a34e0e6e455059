package fr.socle.citoyen.entreprise;

import fr.socle.citoyen.entreprise.Delegations.Acceptation;
import fr.socle.directory.ComptesProfessionnels;
import fr.socle.directory.Entreprises;
import fr.socle.identity.UsagerConnecte;
import fr.socle.journal.Journal;
import fr.socle.kernel.Siren;
import fr.socle.kernel.Siret;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The one way into the file of a company. Three things open it together: an account of the agents'
 * federation says for which company somebody comes, the citizens' federation says who they are, and
 * the register says that this person represents this company, or one who does has delegated it.
 * Whoever passes is in the journal before anything is shown.
 */
@Component
public class Porte {

    private final ComptesProfessionnels comptes;
    private final Representations representations;
    private final Delegations delegations;
    private final Entreprises entreprises;
    private final Journal journal;

    Porte(
            ComptesProfessionnels comptes,
            Representations representations,
            Delegations delegations,
            Entreprises entreprises,
            Journal journal) {
        this.comptes = comptes;
        this.representations = representations;
        this.delegations = delegations;
        this.entreprises = entreprises;
        this.journal = journal;
    }

    /**
     * @param quoi what will be done
     */
    public Entree enter(UsagerConnecte usager, HttpServletRequest request, Quoi quoi) {
        var siret = comptes.of(request, usager.person());
        if (siret.isEmpty()) {
            return new Entree.SansCompte();
        }
        var siren = siret.get().siren();
        return switch (said(usager, siren)) {
            case Representation.Refusee(var motif) -> new Entree.Fermee(siren, motif);
            case Representation.Ouvrante proof -> {
                var company = entreprises.subjectOf(siren);
                var who = new Representant(siret.get(), company, usager, proof);
                journal.appendAlone(new EntrepriseAct.Acces(who, quoi));
                yield new Entree.Ouverte(who);
            }
        };
    }

    /** Whoever holds a delegation is not looked for in the register at each page. */
    private Representation said(UsagerConnecte usager, Siren siren) {
        return delegations
                .inForce(usager.person(), siren)
                .<Representation>map(Representation.Deleguee::new)
                .orElseGet(() -> representations.of(usager, siren));
    }

    /**
     * Takes the code of a delegation from somebody who comes with an account of the company; empty
     * without such an account.
     */
    public Optional<Acceptation> accept(
            UsagerConnecte usager, HttpServletRequest request, String code) {
        return comptes.of(request, usager.person())
                .map(Siret::siren)
                .map(it -> delegations.accept(usager, it, entreprises.subjectOf(it), code));
    }
}
