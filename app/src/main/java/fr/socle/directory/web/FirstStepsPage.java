package fr.socle.directory.web;

import fr.socle.ui.Page;
import fr.socle.ui.form.Form;

/** Asks for the first organisation and the first operator. */
public record FirstStepsPage(Form form, String code, int status) implements Page {}
