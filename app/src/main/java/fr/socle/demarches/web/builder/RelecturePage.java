package fr.socle.demarches.web.builder;

import fr.socle.demarches.builder.Demarche;
import fr.socle.demarches.relecture.Remarque;
import fr.socle.ui.Frame;
import fr.socle.ui.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What proof-reading the draft says. */
public record RelecturePage(
        Demarche demarche, List<Remarque> remarks, @Nullable String done, boolean stale)
        implements Page {

    public String action() {
        return BuilderDesk.base(demarche) + "/relecture";
    }

    /** Where the field is changed; null for a remark about the form. */
    public @Nullable String href(Remarque remark) {
        var champ = remark.champ();
        return champ == null ? null : BuilderDesk.base(demarche) + "/champs/" + champ;
    }

    /** The field's name, or that it is about the whole form. */
    public String named(Frame frame, Remarque remark) {
        var champ = remark.champ();
        return champ == null
                ? frame.t("demarches.relecture.form")
                : demarche.fiche()
                        .draft()
                        .find(champ)
                        .map(it -> Labels.label(frame, it))
                        .orElse("");
    }

    /** What a click does. */
    public String fix(Frame frame, Remarque remark) {
        return frame.words().of(remark.text().key() + ".fix", remark.text().arguments().toArray());
    }

    @Override
    public int status() {
        return stale ? 409 : 200;
    }
}
