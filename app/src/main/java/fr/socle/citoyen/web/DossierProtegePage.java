package fr.socle.citoyen.web;

import fr.socle.citoyen.protection.Motif;
import fr.socle.ui.Frame;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Option;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether a person's file is protected.
 *
 * @param since null when it is not
 */
public record DossierProtegePage(Form form, @Nullable Instant since) implements Page {

    @Override
    public int status() {
        return form.ok() ? 200 : 422;
    }

    public List<Option> motifs(Frame frame) {
        return Stream.of(Motif.values())
                .map(it -> Option.of(it.word(), frame.t("citoyen.protection.motif." + it.word())))
                .toList();
    }
}
