package fr.socle.avis.observatoire.web;

import fr.socle.avis.observatoire.listing.ListedDemarche;
import fr.socle.avis.observatoire.listing.Online;
import fr.socle.avis.observatoire.listing.SignIn;
import fr.socle.ui.Frame;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Option;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an administration declares of one procedure.
 *
 * @param present null for a new one
 * @param stale whether somebody changed it meanwhile
 */
public record ListedPage(@Nullable ListedDemarche present, Form form, boolean stale)
        implements Page {

    static ListedPage fresh(Form form) {
        return new ListedPage(null, form, false);
    }

    static ListedPage of(ListedDemarche present, Form form) {
        return new ListedPage(present, form, false);
    }

    static ListedPage stale(ListedDemarche present, Form form) {
        return new ListedPage(present, form, true);
    }

    @Override
    public int status() {
        return stale ? 409 : form.ok() ? 200 : 422;
    }

    public String action() {
        return present == null ? Desk.HOME + "/nouvelle" : Desk.HOME + "/" + present.id();
    }

    public boolean onSocle() {
        return present != null && present.onSocle();
    }

    public List<Option> onlines(Frame frame) {
        return Arrays.stream(Online.values())
                .map(it -> Option.of(it.code(), frame.t("avis.en-ligne." + it.code())))
                .toList();
    }

    public List<Option> signIns(Frame frame) {
        return Arrays.stream(SignIn.values())
                .filter(it -> it != SignIn.UNKNOWN)
                .map(it -> Option.of(it.code(), frame.t("avis.connexion." + it.code())))
                .toList();
    }
}
