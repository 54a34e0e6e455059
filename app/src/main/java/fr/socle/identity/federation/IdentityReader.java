package fr.socle.identity.federation;

import fr.socle.identity.broker.OpenIdClient.Identity;
import fr.socle.identity.broker.Provider;
import fr.socle.identity.broker.UpstreamFailure;
import fr.socle.identity.broker.UpstreamFailure.Kind;
import fr.socle.kernel.EmailAddress;
import fr.socle.kernel.IdentitePivot;
import fr.socle.kernel.Parsed;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Reads what a provider says of a person, and makes of it what the federation may hand on. */
@Component
class IdentityReader {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final int LONGEST = 256;

    private final Clock clock;

    IdentityReader(Clock clock) {
        this.clock = clock;
    }

    /** The civil status: complete and possible, or nobody is let in. */
    IdentitePivot pivot(Identity identity) throws UpstreamFailure {
        return switch (IdentitePivot.read(
                identity.claims(), LocalDate.now(clock.withZone(PARIS)))) {
            case IdentitePivot.Reading.Accepted(var pivot) -> pivot;
            case IdentitePivot.Reading.Refused(var claims) ->
                    throw new UpstreamFailure(Kind.INCOMPLETE, "refused " + claims.keySet());
        };
    }

    /** The claims of a usager. A presumed birth date is completed, as the contract wants. */
    Map<String, Object> usager(Provider provider, Identity identity, IdentitePivot pivot)
            throws UpstreamFailure {
        var claims = new LinkedHashMap<String, Object>(pivot.claims());
        claims.put("birthdate", pivot.birthDate().completed());
        claims.put("idp_birthdate", pivot.birthDate().iso());
        claims.put("email", email(identity).value());
        claims.put("idp_id", provider.uid());
        if (identity.claims().get("preferred_username") instanceof String name
                && !name.isBlank()
                && name.length() <= LONGEST) {
            claims.put("preferred_username", name);
        }
        return claims;
    }

    /** The claims of an agent. A provider vouches for the e-mail domains that are its own only. */
    Map<String, Object> agent(Provider provider, Identity identity) throws UpstreamFailure {
        var email = email(identity);
        if (!provider.domains().contains(email.domain().toLowerCase(Locale.ROOT))) {
            throw new UpstreamFailure(Kind.INCOMPLETE, "an e-mail of another domain");
        }
        var claims = new LinkedHashMap<String, Object>();
        for (var name : List.of("given_name", "usual_name")) {
            claims.put(name, text(identity, name));
        }
        for (var name : List.of("uid", "siret")) {
            if (identity.claims().get(name) instanceof String text && text.length() <= LONGEST) {
                claims.put(name, text);
            }
        }
        claims.put("email", email.value());
        claims.put("idp_id", provider.uid());
        claims.put("idp_sub", identity.sub());
        return claims;
    }

    private static EmailAddress email(Identity identity) throws UpstreamFailure {
        return switch (EmailAddress.parse(text(identity, "email"))) {
            case Parsed.Valid<EmailAddress>(var email) -> email;
            case Parsed.Invalid<EmailAddress> _ ->
                    throw new UpstreamFailure(Kind.INCOMPLETE, "refused email");
        };
    }

    private static String text(Identity identity, String name) throws UpstreamFailure {
        if (identity.claims().get(name) instanceof String text
                && !text.isBlank()
                && text.length() <= LONGEST) {
            return text;
        }
        throw new UpstreamFailure(Kind.INCOMPLETE, "refused " + name);
    }
}
