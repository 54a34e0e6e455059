package fr.socle.exchange.desk.web;

import fr.socle.exchange.desk.AccessDraft;
import fr.socle.exchange.desk.ProviderLine;
import fr.socle.exchange.provider.Authority;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import java.time.Instant;
import java.util.List;

/**
 * How this house and a provider prove themselves to each other.
 *
 * @param stale somebody else changed it meanwhile
 */
public record AccessPage(ProviderLine line, Forms forms, boolean stale, Instant now)
        implements Page {

    /**
     * @param access of the credential
     * @param file of our certificate
     * @param authority of those who vouch for the provider
     */
    public record Forms(Form access, Form file, Form authority) {

        /** As it is, and nothing typed. */
        static Forms of(ProviderLine line) {
            var access = Form.blank(AccessDraft.typed(line.access().credential()));
            return new Forms(access, Form.blank(), Form.blank());
        }

        Forms access(Form other) {
            return new Forms(other, file, authority);
        }

        Forms file(Form other) {
            return new Forms(access, other, authority);
        }

        Forms authority(Form other) {
            return new Forms(access, file, other);
        }

        private List<Form> all() {
            return List.of(access, file, authority);
        }
    }

    /** The form with which something is wrong, for the page's title. */
    public Form refused() {
        return forms.all().stream().filter(it -> !it.ok()).findFirst().orElse(forms.access());
    }

    public boolean over(Authority.Line authority) {
        return !authority.until().isAfter(now);
    }

    public boolean over() {
        return line.access().certificate().map(it -> !it.until().isAfter(now)).orElse(false);
    }

    @Override
    public int status() {
        return stale ? 409 : refused().ok() ? 200 : 422;
    }
}
