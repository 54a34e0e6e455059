package fr.socle.citoyen.entreprise;

import fr.socle.directory.ComptesProfessionnels;
import fr.socle.directory.Entreprises;
import fr.socle.identity.UsagerConnecte;
import fr.socle.journal.Journal;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/**
 * The one way into the file of a company. Three things open it together: an account of the agents'
 * federation says for which company somebody comes, the citizens' federation says who they are, and
 * the register says that this person represents this company. Whoever passes is in the journal
 * before anything is shown.
 */
@Component
public class Porte {

    private final ComptesProfessionnels comptes;
    private final Representations representations;
    private final Entreprises entreprises;
    private final Journal journal;

    Porte(
            ComptesProfessionnels comptes,
            Representations representations,
            Entreprises entreprises,
            Journal journal) {
        this.comptes = comptes;
        this.representations = representations;
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
        return switch (representations.of(usager, siren)) {
            case Representation.Refusee(var motif) -> new Entree.Fermee(siren, motif);
            case Representation.Prouvee proof -> {
                var company = entreprises.subjectOf(siren);
                var who = new Representant(siret.get(), company, usager, proof);
                journal.appendAlone(new EntrepriseAct.Acces(who, quoi));
                yield new Entree.Ouverte(who);
            }
        };
    }
}
