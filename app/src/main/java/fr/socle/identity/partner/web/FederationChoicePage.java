package fr.socle.identity.partner.web;

import fr.socle.identity.federation.Acr;
import fr.socle.identity.federation.Federation;
import fr.socle.ui.Frame;
import fr.socle.ui.Page;
import java.util.List;

/** Which federation a new service relies on: the rest of the form depends on it. */
public record FederationChoicePage(List<Federation> federations, int status) implements Page {

    public FederationChoicePage {
        federations = List.copyOf(federations);
    }

    /** What a federation is for: told of the three, and of the operator's own by its levels. */
    public static String what(Frame frame, Federation federation) {
        if (federation.name() == null) {
            return frame.t("identity.partner.federation." + federation.code() + ".what");
        }
        var levels = federation.offered().stream().map(Acr::code).toList();
        return frame.t("identity.partner.federation.what", String.join(", ", levels));
    }
}
