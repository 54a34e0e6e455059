package fr.socle.identity.usager.web;

import fr.socle.identity.usager.FraudReport.Nature;
import fr.socle.ui.Frame;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Option;
import java.util.Arrays;
import java.util.List;

/**
 * Reports a fraud.
 *
 * @param tooMany whether too many reports came: nothing is wrong with this one
 */
public record FraudPage(Form form, boolean tooMany) implements Page {

    public List<Option> natures(Frame frame) {
        return Arrays.stream(Nature.values())
                .map(it -> Option.of(it.code(), frame.t("identity.mine.fraud.nature." + it.code())))
                .toList();
    }

    @Override
    public int status() {
        return tooMany ? 429 : form.ok() ? 200 : 422;
    }
}
