package fr.socle.habilitations.web;

import fr.socle.habilitations.formulaire.Formulaires.Offre;
import fr.socle.ui.Page;

/** The kinds of data, and what each asks. */
public record FormulairesPage(Offre offre) implements Page {}
