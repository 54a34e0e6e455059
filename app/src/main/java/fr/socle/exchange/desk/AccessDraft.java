package fr.socle.exchange.desk;

import fr.socle.exchange.provider.Credential;
import fr.socle.kernel.Parsed;
import fr.socle.kernel.Refusal;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Reading;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How this house is to prove itself to a provider.
 *
 * @param secret empty: the one that is there stays
 */
public record AccessDraft(Credential credential, String secret) {

    /** What {@code auth.kind} may be. */
    public static final List<String> KINDS = List.of("bearer", "api-key", "oauth2", "certificate");

    public static final Set<String> MEMBERS =
            Set.of(
                    "auth.kind",
                    "auth.header",
                    "auth.token_url",
                    "auth.client_id",
                    "auth.scope",
                    "token");

    private static final int LONGEST_SECRET = 10_000;

    /** Headers that carry something else. */
    private static final Set<String> TAKEN =
            Set.of("host", "accept", "connection", "content-length", "transfer-encoding");

    /** Says nothing of the secret, so that no log line can carry it. */
    @Override
    public String toString() {
        return "AccessDraft[" + credential + "]";
    }

    /** Empty when something is wrong, which the form then tells. */
    public static Optional<AccessDraft> read(Form form) {
        var credential =
                form.read("auth.kind", Reading.among(KINDS)).flatMap(it -> credential(form, it));
        var secret = form.optional("token", LONGEST_SECRET);
        credential.ifPresent(it -> check(form, it, secret));
        return form.ok() ? credential.map(it -> new AccessDraft(it, secret)) : Optional.empty();
    }

    private static Optional<Credential> credential(Form form, String kind) {
        return switch (kind) {
            case "bearer" -> Optional.of(new Credential.Bearer());
            case "certificate" -> Optional.of(new Credential.Certificate());
            case "api-key" ->
                    form.read("auth.header", AccessDraft::header).map(Credential.InHeader::new);
            default -> {
                var url = form.read("auth.token_url", ProviderDraft::address);
                var client = form.read("auth.client_id", it -> matching(it, "[!-~]{1,200}"));
                var scope = form.readOptional("auth.scope", it -> matching(it, "[ -~]{1,500}"));
                yield url.flatMap(
                        it ->
                                client.map(
                                        who ->
                                                new Credential.ClientCredentials(
                                                        URI.create(it), who, scope.orElse(""))));
            }
        };
    }

    private static Parsed<String> header(String text) {
        return text.matches("[A-Za-z0-9-]{1,60}") && !TAKEN.contains(text.toLowerCase(Locale.ROOT))
                ? Parsed.valid(text)
                : Parsed.invalid("exchange.desk.header");
    }

    private static Parsed<String> matching(String text, String form) {
        return text.matches(form) ? Parsed.valid(text) : Parsed.invalid("exchange.desk.ascii");
    }

    /** It goes into a header (RFC 6750, 2.1). */
    private static void check(Form form, Credential credential, String secret) {
        if (secret.isEmpty()) {
            return;
        }
        switch (credential) {
            case Credential.Bearer _ -> {
                if (!secret.matches("[A-Za-z0-9._~+/-]+=*")) {
                    form.reject("token", Refusal.of("exchange.desk.bearer"));
                }
            }
            case Credential.InHeader _, Credential.ClientCredentials _ -> {
                if (!secret.matches("[!-~]+")) {
                    form.reject("token", Refusal.of("exchange.desk.ascii"));
                }
            }
            case Credential.Certificate _ ->
                    form.reject("token", Refusal.of("exchange.desk.no-secret"));
        }
    }

    /** As a form shows it. */
    public static Map<String, String> typed(Credential credential) {
        var typed = new HashMap<String, String>();
        credential.members().forEach((name, value) -> typed.put("auth." + name, value));
        return typed;
    }

    /** Whether a secret that is kept would go to somebody else, or be taken for another thing. */
    static boolean goesElsewhere(Credential before, Credential after) {
        return switch (before) {
            case Credential.Bearer _ -> !(after instanceof Credential.Bearer);
            case Credential.InHeader _ -> !(after instanceof Credential.InHeader);
            case Credential.ClientCredentials(var url, _, _) ->
                    !(after instanceof Credential.ClientCredentials(var other, _, _))
                            || !other.equals(url);
            case Credential.Certificate _ -> after.needsSecret();
        };
    }
}
