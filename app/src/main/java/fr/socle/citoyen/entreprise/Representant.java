package fr.socle.citoyen.entreprise;

import fr.socle.identity.UsagerConnecte;
import fr.socle.kernel.PersonRef;
import fr.socle.kernel.Siren;
import fr.socle.kernel.Siret;

/**
 * Who represents a company now, or was let in by somebody who does.
 *
 * @param siret of the establishment for which their professional account speaks
 * @param company under which the company's file is kept
 * @param proof what the register said, or the delegation
 */
public record Representant(
        Siret siret, PersonRef company, UsagerConnecte usager, Representation.Ouvrante proof) {

    public Siren siren() {
        return siret.siren();
    }

    /** Their name, as the federation of citizens gives it. */
    public String name() {
        return name(usager);
    }

    /** Whether the register itself names them: nobody else lets others in. */
    public boolean isNamed() {
        return proof instanceof Representation.Prouvee;
    }

    static String name(UsagerConnecte usager) {
        return usager.identity().givenNames().getFirst() + " " + usager.identity().familyName();
    }
}
