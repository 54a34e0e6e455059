package fr.socle.identity.usager;

import fr.socle.ui.Words;

/**
 * One thing that a person changed.
 *
 * @param what the end of a message key
 * @param about the provider's or the service's name, or empty
 */
record Change(String what, String about) {

    String said(Words words) {
        return words.of("identity.mine.change." + what, about);
    }
}
