package fr.socle.citoyen.web;

import fr.socle.citoyen.usages.Usage;
import fr.socle.ui.Page;
import fr.socle.ui.Pagination;
import java.util.List;

/** When and with which provider a person signed in. */
public record ConnexionsPage(List<Usage> usages, Pagination pagination) implements Page {}
