package fr.socle.citoyen.entreprise.web;

import fr.socle.citoyen.entreprise.Delegations;
import fr.socle.citoyen.web.Whose;
import fr.socle.ui.Page;

/** A delegation with its code, told once. */
public record DelegationDonneePage(Whose.Entreprise whose, Delegations.Given given)
        implements Page {}
