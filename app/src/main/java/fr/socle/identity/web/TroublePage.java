package fr.socle.identity.web;

import fr.socle.identity.federation.Fault;
import fr.socle.ui.Link;
import fr.socle.ui.Page;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Why a sign-in does not go on, and the ways out of there.
 *
 * @param key of the title; {@code .what} tells what happened and what to do
 * @param about quoted by both, or empty
 * @param ways the first is the best; labels are message keys
 * @param code what services and helpdesks know the trouble by, or empty
 * @param reference by which the log is found, or empty
 */
public record TroublePage(
        String key, String about, int status, List<Link> ways, String code, String reference)
        implements Page {

    private static final Logger LOG = LoggerFactory.getLogger(TroublePage.class);

    public TroublePage {
        ways = List.copyOf(ways);
    }

    /** Of a trouble without code. */
    TroublePage(String key, String about, int status, List<Link> ways) {
        this(key, about, status, ways, "", "");
    }

    /** Where the code is explained. */
    public String meaning() {
        return ErrorUris.PAGE + "/" + code + "?" + ErrorUris.REFERENCE + "=" + reference;
    }

    /** With the way to begin again. */
    static TroublePage again(String key, int status) {
        return new TroublePage(
                key, "", status, List.of(Link.to("identity.trouble.again", "/connexion")));
    }

    /**
     * Of a fault, and a line in the log under the same reference.
     *
     * @param why for the log; in English, without a person's data
     */
    static TroublePage of(Fault fault, String key, String about, List<Link> ways, String why) {
        var reference = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        LOG.warn("{} {} {}", fault.code(), reference, why);
        return new TroublePage(key, about, fault.status(), ways, fault.code(), reference);
    }
}
