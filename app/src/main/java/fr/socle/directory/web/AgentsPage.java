package fr.socle.directory.web;

import fr.socle.directory.Agent;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;

/** Every agent. */
public record AgentsPage(Form form, Paged<Agent> list) implements Page {}
