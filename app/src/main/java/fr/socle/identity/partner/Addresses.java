package fr.socle.identity.partner;

import fr.socle.kernel.Refusal;
import fr.socle.ui.form.Form;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Addresses of a service: absolute, in HTTPS or on the developer's own machine, without fragment
 * (RFC 6749, 3.1.2), and exactly as they will be compared.
 */
final class Addresses {

    private static final int LONGEST = 500;

    private final Form form;

    Addresses(Form form) {
        this.form = form;
    }

    /** One to a line, or the values of a list. */
    List<String> list(String field, int least, int most) {
        var addresses = new ArrayList<String>();
        for (var line : lines(form, field)) {
            if (checked(field, line) && !addresses.contains(line)) {
                addresses.add(line);
            }
        }
        if (addresses.size() < least && form.error(field).isEmpty()) {
            form.reject(field, Refusal.of("ui.form.required"));
        }
        if (addresses.size() > most) {
            form.reject(field, Refusal.of("identity.partner.address.number", most));
        }
        return addresses;
    }

    @Nullable String one(String field) {
        var address = form.optional(field, LONGEST);
        return !address.isEmpty() && checked(field, address) ? address : null;
    }

    static List<String> lines(Form form, String field) {
        return form.all(field).stream()
                .flatMap(String::lines)
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .toList();
    }

    private boolean checked(String field, String address) {
        var wrong = wrong(address);
        if (wrong != null) {
            form.reject(field, Refusal.of(wrong, ServiceForm.shown(address), LONGEST));
        }
        return wrong == null;
    }

    private static @Nullable String wrong(String address) {
        if (address.length() > LONGEST) {
            return "identity.partner.address.long";
        }
        try {
            var uri = new URI(address);
            if (uri.getHost() == null || uri.getRawUserInfo() != null || address.contains("*")) {
                return "identity.partner.address.none";
            }
            if (uri.getRawFragment() != null) {
                return "identity.partner.address.fragment";
            }
            return "https".equals(uri.getScheme())
                            || "http".equals(uri.getScheme()) && isHere(address)
                    ? null
                    : "identity.partner.address.scheme";
        } catch (URISyntaxException nonsense) {
            return "identity.partner.address.none";
        }
    }

    /** The machine of whoever develops. */
    static boolean isHere(String address) {
        var host = URI.create(address).getHost();
        return "localhost".equals(host) || "127.0.0.1".equals(host) || "[::1]".equals(host);
    }
}
