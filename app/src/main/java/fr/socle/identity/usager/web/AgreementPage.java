package fr.socle.identity.usager.web;

import fr.socle.ui.Page;

/** What taking an agreement back means, before it is done. */
public record AgreementPage(AgreementView agreement) implements Page {}
