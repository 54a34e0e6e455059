package fr.socle.identity.web;

import fr.socle.ui.Page;

/**
 * The two ways in: as a usager, as an agent.
 *
 * @param usager leads to the citizens' federation and back
 * @param agent leads to the agents' federation and back
 */
public record ConnexionPage(String usager, String agent) implements Page {}
