package fr.socle.citoyen.web;

import fr.socle.ui.Page;

/** In which form to take everything away. */
public record ExportPage(Whose whose) implements Page {}
