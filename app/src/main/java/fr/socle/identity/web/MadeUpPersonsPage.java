package fr.socle.identity.web;

import fr.socle.identity.demonstration.MadeUpPerson;
import fr.socle.ui.Page;
import java.util.List;

/**
 * The persons of a demonstration provider, among whom one picks who to be.
 *
 * @param action where the choice is posted
 * @param request what the federation asked, sealed
 */
public record MadeUpPersonsPage(
        String provider, List<MadeUpPerson> persons, String action, String request)
        implements Page {

    public MadeUpPersonsPage {
        persons = List.copyOf(persons);
    }
}
