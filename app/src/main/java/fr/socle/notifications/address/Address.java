package fr.socle.notifications.address;

import fr.socle.kernel.Parsed;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.IDN;
import java.util.Locale;

/**
 * A bare e-mail address that a mail server accepts: strict RFC 5321 with the letters of RFC 6531
 * before the {@code @}; an international domain is held in its ASCII form (RFC 5891).
 */
public record Address(String value) {

    private static final int MAX = 254;
    private static final int MAX_LOCAL = 64;

    /** Refuses with {@code notifications.address.invalid} or {@code notifications.address.long}. */
    public static Parsed<Address> parse(String text) {
        var at = text.lastIndexOf('@');
        if (at < 1 || text.chars().anyMatch(Address::forbidden)) {
            return Parsed.invalid("notifications.address.invalid");
        }
        if (text.length() > MAX || at > MAX_LOCAL) {
            return Parsed.invalid("notifications.address.long", MAX);
        }
        try {
            var domain = IDN.toASCII(text.substring(at + 1), IDN.USE_STD3_ASCII_RULES);
            return strict(text.substring(0, at) + "@" + domain.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException notADomain) {
            return Parsed.invalid("notifications.address.invalid");
        }
    }

    /** Whether the part before the {@code @} has letters that only an SMTPUTF8 server takes. */
    public boolean international() {
        return value.chars().anyMatch(c -> c > 0x7e);
    }

    private static Parsed<Address> strict(String text) {
        try {
            new InternetAddress(text, true).validate();
            return Parsed.valid(new Address(text));
        } catch (AddressException refused) {
            return Parsed.invalid("notifications.address.invalid");
        }
    }

    /** Line breaks would start a header of their own; the others make a list or a display name. */
    private static boolean forbidden(int c) {
        return Character.isISOControl(c)
                || Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || ",;:<>()[]\\\"".indexOf(c) >= 0;
    }

    /** Says nothing, so that no log line can carry it. */
    @Override
    public String toString() {
        return "Address(hidden)";
    }
}
