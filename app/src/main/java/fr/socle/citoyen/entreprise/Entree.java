package fr.socle.citoyen.entreprise;

import fr.socle.kernel.Siren;

/** Whether somebody may look at the file of a company. */
public sealed interface Entree {

    /** They did not say for which company they come: the agents' federation does. */
    record SansCompte() implements Entree {}

    /** They do not represent the company of their account, as far as the register says. */
    record Fermee(Siren siren, Representation.Motif motif) implements Entree {}

    record Ouverte(Representant representant) implements Entree {}
}
