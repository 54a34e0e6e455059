package fr.socle.identity.session;

import fr.socle.kernel.IdentitePivot;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The claims of the citizens' federation, as the pages of this house read them. */
public final class ReleasedClaims {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final Map<String, Object> claims;

    private ReleasedClaims(Map<String, Object> claims) {
        this.claims = claims;
    }

    public static ReleasedClaims of(Map<String, Object> claims) {
        return new ReleasedClaims(claims);
    }

    /** Whether a session can be opened with them. */
    public boolean complete(Instant now) {
        return reading(now) instanceof IdentitePivot.Reading.Accepted
                && fr.socle.kernel.EmailAddress.parse(email())
                        instanceof fr.socle.kernel.Parsed.Valid<?>;
    }

    IdentitePivot pivot(Instant now) {
        if (reading(now) instanceof IdentitePivot.Reading.Accepted(var pivot)) {
            return pivot;
        }
        throw new IllegalStateException("a session was opened with an incomplete identity");
    }

    /** The birth date as it is known, and not the first possible day that services get. */
    private IdentitePivot.Reading reading(Instant now) {
        var read = new LinkedHashMap<>(claims);
        var known = claims.get("idp_birthdate");
        if (known != null) {
            read.put("birthdate", known);
        }
        return IdentitePivot.read(read, LocalDate.ofInstant(now, PARIS));
    }

    String email() {
        return text("email");
    }

    @Nullable String usedName() {
        var name = text("preferred_username");
        return name.isEmpty() || name.equals(text("family_name")) ? null : name;
    }

    /** The first given name and the name in use. */
    String displayName() {
        var first = text("given_name").strip().split("\\s+")[0];
        var used = usedName();
        return first + " " + (used == null ? text("family_name") : used);
    }

    private String text(String name) {
        return claims.get(name) instanceof String text ? text : "";
    }
}
