package fr.socle.identity.federation;

import fr.socle.identity.broker.OpenIdClient.Identity;
import fr.socle.identity.broker.Provider;
import fr.socle.identity.broker.UpstreamFailure;
import fr.socle.identity.broker.UpstreamFault;
import fr.socle.kernel.EmailAddress;
import fr.socle.kernel.IdentitePivot;
import fr.socle.kernel.Parsed;
import fr.socle.kernel.Siret;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Reads what a provider says of a person, and makes of it what the federation may hand on. */
@Component
class IdentityReader {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final int LONGEST = 256;
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 .()-]{5,24}");
    private static final String USED_NAME = "preferred_username";
    private static final String BIRTHDATE = "birthdate";

    /** Before the name of each claim that the register of civil status gives. */
    private static final String REGISTER = "rnipp_";

    /** Whether the register confirmed the identity; no scope gives it. */
    static final String CHECKED = "identity_checked";

    private static final List<String> AGENT_TEXTS =
            List.of(
                    "uid",
                    "organizational_unit",
                    "belonging_population",
                    "chorusdt:matricule",
                    "chorusdt:societe");

    private final Clock clock;

    IdentityReader(Clock clock) {
        this.clock = clock;
    }

    /** The civil status that the provider gives: complete and possible, or nobody is let in. */
    IdentitePivot said(Identity identity) throws UpstreamFailure {
        return read(identity.claims());
    }

    /**
     * The same identity with what is read of it and nothing else, and what the register says of it.
     *
     * @param certified empty when the register was not asked, or did not answer
     */
    Identity checked(Identity identity, Optional<IdentitePivot> certified) throws UpstreamFailure {
        var claims = new LinkedHashMap<String, Object>(said(identity).claims());
        claims.put("email", email(identity).value());
        if (identity.claims().get(USED_NAME) instanceof String name
                && !name.isBlank()
                && name.length() <= LONGEST) {
            claims.put(USED_NAME, name);
        }
        certified.ifPresent(
                it -> it.claims().forEach((name, value) -> claims.put(REGISTER + name, value)));
        return identity.saying(claims);
    }

    /** The civil status by which a person is known: the register's, else the provider's. */
    IdentitePivot pivot(Identity identity) throws UpstreamFailure {
        var certified = certified(identity);
        return certified.isEmpty() ? said(identity) : read(certified);
    }

    /**
     * The claims of a usager. A presumed birth date is completed, as the contract wants. The low
     * federation hands on what the register says, the other one both.
     */
    Map<String, Object> usager(Provider provider, Identity identity, IdentitePivot pivot)
            throws UpstreamFailure {
        var said = said(identity);
        var certified = certified(identity);
        var low = provider.federation().saysAsTheRegister();
        var claims = new LinkedHashMap<String, Object>(low ? pivot.claims() : said.claims());
        claims.put(BIRTHDATE, (low ? pivot : said).birthDate().completed());
        if (!low && !certified.isEmpty()) {
            pivot.claims().forEach((name, value) -> claims.put(REGISTER + name, value));
            claims.put(REGISTER + BIRTHDATE, pivot.birthDate().completed());
        }
        claims.put("idp_birthdate", said.birthDate().iso());
        claims.put("email", email(identity).value());
        claims.put("idp_id", provider.uid());
        claims.put(CHECKED, !certified.isEmpty());
        if (identity.claims().get(USED_NAME) instanceof String name) {
            claims.put(USED_NAME, name);
        }
        return claims;
    }

    private static Map<String, Object> certified(Identity identity) {
        var claims = new LinkedHashMap<String, Object>();
        identity.claims()
                .forEach(
                        (name, value) -> {
                            if (name.startsWith(REGISTER)) {
                                claims.put(name.substring(REGISTER.length()), value);
                            }
                        });
        return claims;
    }

    private IdentitePivot read(Map<String, Object> claims) throws UpstreamFailure {
        return switch (IdentitePivot.read(claims, LocalDate.now(clock.withZone(PARIS)))) {
            case IdentitePivot.Reading.Accepted(var pivot) -> pivot;
            case IdentitePivot.Reading.Refused(var refused) ->
                    throw new UpstreamFailure(
                            UpstreamFault.INCOMPLETE, "refused " + refused.keySet());
        };
    }

    /** The claims of an agent. A provider vouches for the e-mail domains that are its own only. */
    Map<String, Object> agent(Provider provider, Identity identity) throws UpstreamFailure {
        var email = email(identity);
        if (!provider.agents().fallback() && !provider.domains().contains(email.domain())) {
            throw new UpstreamFailure(UpstreamFault.FOREIGN_EMAIL, "an e-mail of another domain");
        }
        var claims = new LinkedHashMap<String, Object>();
        for (var name : List.of("given_name", "usual_name")) {
            claims.put(name, text(identity, name));
        }
        for (var name : AGENT_TEXTS) {
            if (identity.claims().get(name) instanceof String text && text.length() <= LONGEST) {
                claims.put(name, text);
            }
        }
        if (identity.claims().get("phone_number") instanceof String phone
                && PHONE.matcher(phone).matches()) {
            claims.put("phone_number", phone);
        }
        siret(provider, identity)
                .ifPresent(
                        it -> {
                            claims.put("siret", it.value());
                            claims.put("siren", it.siren().value());
                        });
        claims.put("email", email.value());
        claims.put("idp_id", provider.uid());
        claims.put("idp_sub", identity.sub());
        var level = identity.acr();
        if (level != null) {
            claims.put("idp_acr", level.code());
        }
        return claims;
    }

    /** One that cannot be is as good as none: the provider's own stands for it, if there is one. */
    private static Optional<Siret> siret(Provider provider, Identity identity) {
        return identity.claims().get("siret") instanceof String text
                        && Siret.parse(text) instanceof Parsed.Valid<Siret>(var siret)
                ? Optional.of(siret)
                : Optional.ofNullable(provider.agents().defaultSiret());
    }

    private static EmailAddress email(Identity identity) throws UpstreamFailure {
        return switch (EmailAddress.parse(text(identity, "email"))) {
            case Parsed.Valid<EmailAddress>(var email) -> email;
            case Parsed.Invalid<EmailAddress> _ ->
                    throw new UpstreamFailure(UpstreamFault.INCOMPLETE, "refused email");
        };
    }

    private static String text(Identity identity, String name) throws UpstreamFailure {
        if (identity.claims().get(name) instanceof String text
                && !text.isBlank()
                && text.length() <= LONGEST) {
            return text;
        }
        throw new UpstreamFailure(UpstreamFault.INCOMPLETE, "refused " + name);
    }
}
