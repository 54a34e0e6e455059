package fr.socle.identity.partner.web;

import fr.socle.identity.partner.ConnectedService;
import fr.socle.identity.partner.check.Finding;
import fr.socle.identity.partner.check.RequestCheck;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import java.util.List;
import java.util.Map;

/**
 * Reads a request and tells what is wrong with it.
 *
 * @param example a request that is right in all
 * @param endpoints the addresses of the federation, by the last part of their label's key
 */
public record CheckPage(
        ConnectedService service,
        Form form,
        List<Finding> findings,
        String example,
        Map<String, String> endpoints)
        implements Page {

    public CheckPage {
        findings = List.copyOf(findings);
    }

    @Override
    public int status() {
        return form.ok() ? 200 : 422;
    }

    public String base() {
        return PartnerDesk.PAGES + "/" + service.id();
    }

    public static int longest() {
        return RequestCheck.LONGEST;
    }

    /** How many of the findings must be put right. */
    public long wrong() {
        return findings.stream().filter(it -> it.kind().equals("bad")).count();
    }
}
