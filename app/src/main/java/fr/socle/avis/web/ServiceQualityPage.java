package fr.socle.avis.web;

import fr.socle.demarches.PublishedDemarche;
import fr.socle.ui.Page;

/** What usagers think of one service, in figures. */
public record ServiceQualityPage(PublishedDemarche demarche, Shown quality) implements Page {}
