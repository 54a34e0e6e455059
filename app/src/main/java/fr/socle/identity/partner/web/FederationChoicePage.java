package fr.socle.identity.partner.web;

import fr.socle.ui.Page;

/** Which federation a new service relies on: the rest of the form depends on it. */
public record FederationChoicePage(int status) implements Page {}
