package fr.socle.identity.partner;

import static java.util.Objects.requireNonNullElse;

import fr.socle.identity.keys.JwtEncryption;
import fr.socle.kernel.EmailAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The facts of a service, as somebody would have typed them. */
final class TypedService {

    private TypedService() {}

    static Map<String, List<String>> of(ConnectedService service) {
        var client = service.client();
        var keys = client.keys();
        var typed = new LinkedHashMap<String, List<String>>();
        one(typed, ServiceForm.NAME, client.name());
        one(typed, ServiceForm.FEDERATION, client.federation().code());
        one(typed, ServiceForm.PROFILE, client.profile().code());
        lines(typed, ServiceForm.REDIRECTS, client.redirectUris());
        lines(typed, ServiceForm.LOGOUTS, client.logoutUris());
        one(
                typed,
                ServiceForm.BACK_CHANNEL,
                requireNonNullElse(client.rules().backChannelLogoutUri(), ""));
        typed.put(
                ServiceForm.SCOPES,
                client.scopes().stream().filter(it -> !it.equals("openid")).sorted().toList());
        one(typed, ServiceForm.SECTOR, client.sector());
        one(typed, ServiceForm.AUTH, keys.auth().code());
        one(typed, ServiceForm.JWKS_URI, requireNonNullElse(keys.jwksUri(), ""));
        one(typed, ServiceForm.ID_TOKEN_ALG, keys.idTokenAlg().name());
        one(typed, ServiceForm.ID_TOKEN_ENC, code(keys.idTokenEncryption()));
        one(
                typed,
                ServiceForm.USERINFO_ALG,
                keys.userinfoAlg() == null ? "" : keys.userinfoAlg().name());
        one(typed, ServiceForm.USERINFO_ENC, code(keys.userinfoEncryption()));
        one(typed, ServiceForm.PKCE, client.needsPkce() ? "oui" : "non");
        lines(
                typed,
                ServiceForm.CONTACTS,
                service.contacts().stream().map(EmailAddress::value).toList());
        return typed;
    }

    /** The names of the facts in which two states of a service differ. */
    static List<String> changed(ConnectedService before, ConnectedService after) {
        var now = of(after);
        return of(before).entrySet().stream()
                .filter(it -> !Objects.equals(it.getValue(), now.get(it.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String code(@Nullable JwtEncryption encryption) {
        return encryption == null ? "" : encryption.code();
    }

    private static void one(Map<String, List<String>> typed, String name, String value) {
        typed.put(name, List.of(value));
    }

    private static void lines(Map<String, List<String>> typed, String name, List<String> values) {
        typed.put(name, List.of(String.join("\n", values)));
    }
}
