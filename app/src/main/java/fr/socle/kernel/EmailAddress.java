package fr.socle.kernel;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail address that a mail server accepts: lengths of RFC 5321 (§ 4.5.3.1), the syntax that
 * people use (no quotes, no comments, no address literal). The part before the @ is kept as typed,
 * because only its server knows whether case matters; the domain is lower case, in ASCII.
 *
 * @param local the part before the @, at most 64 characters
 * @param domain a name with at least one dot; an international one in its {@code xn--} form
 */
public record EmailAddress(String local, String domain) {

    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL = 64;
    private static final Pattern LOCAL =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");

    public EmailAddress {
        Typed.demand(refusalOf(local, domain));
    }

    /** Reads an address; an international domain may be typed in its own script. */
    public static Parsed<EmailAddress> parse(String typed) {
        var value = Typed.trim(typed);
        if (value.isEmpty()) {
            return Parsed.invalid("kernel.email.missing");
        }
        if (Typed.hasControl(value)) {
            return Parsed.invalid("kernel.email.control");
        }
        int at = value.indexOf('@');
        if (at < 0 || at != value.lastIndexOf('@')) {
            return Parsed.invalid("kernel.email.at");
        }
        return read(value.substring(0, at), ascii(value.substring(at + 1)));
    }

    private static Parsed<EmailAddress> read(String local, String domain) {
        var refusal = refusalOf(local, domain);
        return refusal == null
                ? Parsed.valid(new EmailAddress(local, domain))
                : new Parsed.Invalid<>(refusal);
    }

    /** The whole address, as a mail server takes it. */
    public String value() {
        return local + "@" + domain;
    }

    /** The whole address with its domain in its own script, to show to people. */
    public String formatted() {
        return local + "@" + IDN.toUnicode(domain);
    }

    /** An address is personal: what prints by accident shows its domain only. */
    @Override
    public String toString() {
        return "EmailAddress[…@" + domain + "]";
    }

    private static @Nullable Refusal refusalOf(String local, String domain) {
        if (local.length() > LONGEST_LOCAL) {
            return Refusal.of("kernel.email.local.length", local.length());
        }
        if (local.length() + 1 + domain.length() > LONGEST) {
            return Refusal.of("kernel.email.length");
        }
        if (!LOCAL.matcher(local).matches()) {
            return Refusal.of("kernel.email.local");
        }
        if (domain.indexOf('.') < 0) {
            return Refusal.of("kernel.email.domain.dot");
        }
        return DOMAIN.matcher(domain).matches() ? null : Refusal.of("kernel.email.domain");
    }

    /** What cannot be an international name stays as typed, and is refused by the pattern. */
    private static String ascii(String domain) {
        try {
            return IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return domain.toLowerCase(Locale.ROOT);
        }
    }
}
