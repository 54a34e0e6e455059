package fr.socle.identity.partner;

import fr.socle.identity.federation.Client;
import fr.socle.identity.federation.ClientAuth;
import fr.socle.identity.federation.Federation;
import fr.socle.identity.federation.Federations;
import fr.socle.identity.federation.Profile;
import fr.socle.identity.keys.JwtAlg;
import fr.socle.identity.keys.JwtEncryption;
import fr.socle.kernel.EmailAddress;
import fr.socle.kernel.Parsed;
import fr.socle.kernel.Refusal;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Reading;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a connected service as people type it and as programs send it. Members bear the names of
 * RFC 7591 and of OpenID Connect Registration where these have one.
 */
public final class ServiceForm {

    public static final String NAME = "client_name";
    public static final String FEDERATION = "federation";
    public static final String PROFILE = "profile";
    public static final String REDIRECTS = "redirect_uris";
    public static final String LOGOUTS = "post_logout_redirect_uris";
    public static final String BACK_CHANNEL = "backchannel_logout_uri";
    public static final String SCOPES = "scopes";
    public static final String SECTOR = "sector";
    public static final String AUTH = "token_endpoint_auth_method";
    public static final String JWKS_URI = "jwks_uri";
    public static final String ID_TOKEN_ALG = "id_token_signed_response_alg";
    public static final String ID_TOKEN_ENC = "id_token_encrypted_response_alg";
    public static final String USERINFO_ALG = "userinfo_signed_response_alg";
    public static final String USERINFO_ENC = "userinfo_encrypted_response_alg";
    public static final String PKCE = "require_pkce";
    public static final String CONTACTS = "contacts";

    static final int LONGEST_NAME = 120;
    static final int MOST_ADDRESSES = 20;
    static final int MOST_CONTACTS = 5;

    private final Form form;

    private ServiceForm(Form form) {
        this.form = form;
    }

    /** A new service; empty when something is wrong. */
    public static Optional<ConnectedServiceDraft> read(
            Form form, Federations federations, List<Sector> sectors) {
        var federation =
                form.read(FEDERATION, among(federations.all(), Federation::code))
                        .orElse(federations.all().getFirst());
        var known = sectors.stream().map(Sector::code).toList();
        var sector = form.readOptional(SECTOR, Reading.among(known)).orElse("");
        return new ServiceForm(form).read(federation, sector);
    }

    /** Other facts of one that exists: its federation and its sector stay. */
    public static Optional<ConnectedServiceDraft> read(Form form, ConnectedService present) {
        return new ServiceForm(form).read(present.client().federation(), present.client().sector());
    }

    private Optional<ConnectedServiceDraft> read(Federation federation, String sector) {
        var profile =
                form.read(PROFILE, among(ConnectedServiceDraft.profiles(federation), Profile::code))
                        .orElse(Profile.OPENID);
        var addresses = new Addresses(form);
        var pkce = form.readOptional(PKCE, Reading::yesNo).orElse(profile == Profile.OPENID);
        var draft =
                new ConnectedServiceDraft(
                        form.required(NAME, LONGEST_NAME),
                        federation,
                        profile,
                        addresses.list(REDIRECTS, 1, MOST_ADDRESSES),
                        addresses.list(LOGOUTS, 0, MOST_ADDRESSES),
                        addresses.one(BACK_CHANNEL),
                        scopes(federation),
                        sector,
                        pkce,
                        keys(federation, profile, addresses.one(JWKS_URI)),
                        contacts());
        new ServiceRules(form).check(draft);
        return form.ok() ? Optional.of(draft) : Optional.empty();
    }

    private Set<String> scopes(Federation federation) {
        var allowed = ConnectedServiceDraft.scopes(federation);
        var asked =
                form.all(SCOPES).stream()
                        .flatMap(it -> Stream.of(it.strip().split(" +")))
                        .filter(it -> !it.isEmpty() && !it.equals("openid"))
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        var strange = asked.stream().filter(it -> !allowed.contains(it)).findFirst();
        strange.ifPresent(
                it -> form.reject(SCOPES, Refusal.of("identity.partner.scope.unknown", shown(it))));
        asked.add("openid");
        return asked;
    }

    private Client.Keys keys(Federation federation, Profile profile, @Nullable String jwksUri) {
        var algorithms = federation.algorithms().stream().sorted().toList();
        var encryptions = of(JwtEncryption.values(), JwtEncryption::code);
        return new Client.Keys(
                form.read(AUTH, among(ConnectedServiceDraft.methods(profile), ClientAuth::code))
                        .orElse(ClientAuth.CLIENT_SECRET_POST),
                jwksUri,
                null,
                form.readOptional(ID_TOKEN_ALG, among(algorithms, JwtAlg::name))
                        .orElse(JwtAlg.ES256),
                form.readOptional(ID_TOKEN_ENC, encryptions).orElse(null),
                form.readOptional(USERINFO_ALG, among(algorithms, JwtAlg::name)).orElse(null),
                form.readOptional(USERINFO_ENC, encryptions).orElse(null));
    }

    private List<EmailAddress> contacts() {
        var contacts = new ArrayList<EmailAddress>();
        for (var line : Addresses.lines(form, CONTACTS)) {
            switch (EmailAddress.parse(line)) {
                case Parsed.Valid<EmailAddress>(var email) -> contacts.add(email);
                case Parsed.Invalid<EmailAddress>(var why) -> form.reject(CONTACTS, why);
            }
        }
        var distinct = contacts.stream().distinct().toList();
        if (distinct.size() > MOST_CONTACTS
                || distinct.isEmpty() && form.error(CONTACTS).isEmpty()) {
            form.reject(CONTACTS, Refusal.of("identity.partner.contacts.number", MOST_CONTACTS));
        }
        return distinct;
    }

    private static <T> Function<String, Parsed<T>> of(T[] values, Function<T, String> code) {
        return among(List.of(values), code);
    }

    private static <T> Function<String, Parsed<T>> among(List<T> values, Function<T, String> code) {
        return Reading.among(values.stream().collect(Collectors.toMap(code, it -> it)));
    }

    static String shown(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }

    /** The facts of a service as a form shows them. */
    public static Map<String, List<String>> typed(ConnectedService service) {
        return TypedService.of(service);
    }
}
