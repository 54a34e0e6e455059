package fr.socle.exchange.web;

import fr.socle.exchange.access.Consumer;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;

/** From where a program may come; with status 422 when something is wrong. */
public record ConsumerNetworksPage(Consumer consumer, Form form) implements Page {

    @Override
    public int status() {
        return form.ok() ? 200 : 422;
    }
}
