package fr.socle.identity.operator.web;

import fr.socle.ui.Page;
import java.util.List;

/** New recovery codes; the only page that tells them. */
public record RecoveryCodesPage(List<String> codes) implements Page {

    public RecoveryCodesPage {
        codes = List.copyOf(codes);
    }
}
