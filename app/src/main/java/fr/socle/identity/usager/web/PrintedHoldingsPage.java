package fr.socle.identity.usager.web;

import fr.socle.identity.usager.Holdings;
import fr.socle.ui.Page;

/** Everything, to be read or printed. */
public record PrintedHoldingsPage(Holdings holdings) implements Page {}
