package fr.socle.identity.partner.web;

import fr.socle.identity.partner.ConnectedService;
import fr.socle.identity.partner.Credentials;
import fr.socle.identity.partner.check.KeysCheck.Read;
import fr.socle.ui.Frame;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Option;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A service's secret and keys.
 *
 * @param read what its keys were just now, or null
 * @param previousUntil until when the old secret goes on; null: there is only one
 */
public record CredentialsPage(
        ConnectedService service, Form form, @Nullable Read read, @Nullable Instant previousUntil)
        implements Page {

    @Override
    public int status() {
        return form.ok() ? 200 : 422;
    }

    public String base() {
        return PartnerDesk.PAGES + "/" + service.id();
    }

    public boolean hasSecret() {
        return Credentials.hasSecret(service);
    }

    public static List<Option> overlaps(Frame frame) {
        return Credentials.OVERLAPS.stream()
                .map(it -> Option.of(String.valueOf(it), frame.t("identity.partner.overlap", it)))
                .toList();
    }
}
