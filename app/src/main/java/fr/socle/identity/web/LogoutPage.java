package fr.socle.identity.web;

import fr.socle.ui.Page;

/**
 * Asks whether the person wants to leave.
 *
 * @param service that sent them here; empty when it did not say which it is
 */
public record LogoutPage(String service, String action) implements Page {}
