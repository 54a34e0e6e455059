package fr.socle.avis.form;

import fr.socle.kernel.Parsed;
import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A site that may show a form in a frame: a scheme, a host and perhaps a port, and nothing more
 * (RFC 6454). Only https, because whoever sits between a site without it and its visitors could
 * show anything around the form; no wildcard, because a neighbour is not the site.
 */
public final class Origin {

    private static final Pattern HOST =
            Pattern.compile(
                    "(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.){1,10}[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern ORIGIN =
            Pattern.compile("https://([^/\\\\?#@:\\s]{1,253})(?::([1-9][0-9]{0,4}))?/?");

    private Origin() {}

    /** Written as browsers write it: in lower case, the host in ASCII, without the usual port. */
    public static Parsed<String> parse(String text) {
        var read = ORIGIN.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!read.matches()) {
            return Parsed.invalid("avis.formulaire.origin", text);
        }
        var host = ascii(read.group(1));
        var port = read.group(2);
        if (!HOST.matcher(host).matches() || (port != null && Integer.parseInt(port) > 65_535)) {
            return Parsed.invalid("avis.formulaire.origin", text);
        }
        return Parsed.valid(
                "https://" + host + (port == null || port.equals("443") ? "" : ":" + port));
    }

    private static String ascii(String host) {
        try {
            return IDN.toASCII(host, IDN.USE_STD3_ASCII_RULES);
        } catch (IllegalArgumentException noHost) {
            return "";
        }
    }
}
