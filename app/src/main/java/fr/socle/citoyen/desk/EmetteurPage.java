package fr.socle.citoyen.desk;

import fr.socle.citoyen.suivi.Emetteurs;
import fr.socle.ui.Page;

/** A program that was just let in, with its token, told once. */
public record EmetteurPage(Emetteurs.Created created) implements Page {}
