package fr.socle.identity.usager.web;

import fr.socle.identity.usager.FraudReport;
import fr.socle.identity.usager.store.LineStore.SignIn;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One report, as whoever handles it reads it.
 *
 * @param signIns those of its code
 * @param form the closing that was refused; blank otherwise
 * @param stale whether somebody took the step before
 * @param done the key of what was done, or null
 */
public record FraudReportPage(
        FraudReport report, List<SignIn> signIns, Form form, boolean stale, @Nullable String done)
        implements Page {

    public FraudReportPage {
        signIns = List.copyOf(signIns);
    }

    /** A paragraph for each line that somebody typed. */
    public static List<String> lines(String text) {
        return text.lines().filter(it -> !it.isBlank()).toList();
    }

    public boolean waiting() {
        return report.state() instanceof FraudReport.State.Recu;
    }

    public boolean underWay() {
        return report.state() instanceof FraudReport.State.PrisEnCharge;
    }

    @Override
    public int status() {
        return stale ? 409 : form.ok() ? 200 : 422;
    }
}
