package fr.socle.citoyen.web;

import fr.socle.citoyen.recapitulatif.Rythme;
import fr.socle.ui.Frame;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Option;
import java.util.List;
import java.util.stream.Stream;

/**
 * How often a person wants the letter.
 *
 * @param done whether it was just chosen
 */
public record RecapitulatifPage(Whose whose, Form form, boolean done) implements Page {

    @Override
    public int status() {
        return form.ok() ? 200 : 422;
    }

    public List<Option> choices(Frame frame) {
        return Stream.of(Rythme.values())
                .map(it -> Option.of(it.word(), frame.t("citoyen.recap." + it.word())))
                .toList();
    }
}
