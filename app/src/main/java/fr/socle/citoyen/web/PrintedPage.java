package fr.socle.citoyen.web;

import fr.socle.citoyen.export.Everything;
import fr.socle.ui.Page;

/** Everything, set for paper. */
public record PrintedPage(Everything everything) implements Page {}
