package fr.socle.identity.operator;

import fr.socle.identity.federation.Federation;
import fr.socle.identity.federation.Federations;
import fr.socle.identity.federation.OurClients;
import fr.socle.identity.operator.ServiceLine.Allowed;
import fr.socle.identity.operator.ServiceLine.Named;
import fr.socle.kernel.Parsed;
import fr.socle.kernel.Refusal;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an operator wants a service to be; from a page, a call or a line of a file, under the same
 * rules. The members bear the names of OpenID Connect Dynamic Client Registration 1.0.
 */
public record ServiceDraft(
        String clientId,
        Federation federation,
        Named named,
        String sector,
        Allowed allowed,
        boolean active) {

    /** The members, in the order of the file's columns. */
    public static final List<String> MEMBERS =
            List.of(
                    "client_id",
                    "federation",
                    "name",
                    "organisation",
                    "redirect_uris",
                    "post_logout_redirect_uris",
                    "scope",
                    "sector",
                    "pkce",
                    "active");

    private static final int MOST_ADDRESSES = 50;

    /** A service that may be new. */
    public static Optional<ServiceDraft> read(Form form, Federations federations) {
        var id = form.read("client_id", ServiceDraft::clientId).orElse("");
        var federation =
                form.read(
                        "federation",
                        text ->
                                federations
                                        .find(text)
                                        .map(Parsed::valid)
                                        .orElseGet(
                                                () ->
                                                        Parsed.invalid(
                                                                "identity.operator.federation",
                                                                federations.codes())));
        var sector = form.optional("sector", 200);
        return federation.flatMap(
                it -> rest(form, id, it, sector.isEmpty() ? id : sector, flag(form, "active")));
    }

    /** What is changed of a service that exists: neither its federation nor its sector. */
    public static Optional<ServiceDraft> read(Form form, ServiceLine present) {
        return rest(
                form, present.clientId(), present.federation(), present.sector(), present.active());
    }

    private static Optional<ServiceDraft> rest(
            Form form, String id, Federation federation, String sector, boolean active) {
        var named = new Named(form.required("name", 200), form.required("organisation", 200));
        var allowed =
                new Allowed(
                        addresses(form, "redirect_uris", true),
                        addresses(form, "post_logout_redirect_uris", false),
                        scopes(form, federation),
                        flag(form, "pkce"));
        return form.ok()
                ? Optional.of(new ServiceDraft(id, federation, named, sector, allowed, active))
                : Optional.empty();
    }

    private static Parsed<String> clientId(String text) {
        if (!text.matches("[A-Za-z0-9._-]{1,100}")) {
            return Parsed.invalid("identity.operator.client-id");
        }
        return isOurs(text)
                ? Parsed.invalid("identity.operator.client-ours", text)
                : Parsed.valid(text);
    }

    static boolean isOurs(String clientId) {
        return Set.of(OurClients.USAGERS, OurClients.AGENTS).contains(clientId);
    }

    private static List<String> addresses(Form form, String member, boolean required) {
        var addresses = new ArrayList<String>();
        for (var it : words(form, member)) {
            switch (Addresses.parse(it)) {
                case Parsed.Valid<String>(var address) -> addresses.add(address);
                case Parsed.Invalid<String>(var why) -> form.reject(member, why);
            }
        }
        if (addresses.isEmpty() && required && form.error(member).isEmpty()) {
            form.reject(member, Refusal.of("ui.form.required"));
        }
        if (addresses.size() > MOST_ADDRESSES) {
            form.reject(member, Refusal.of("identity.operator.addresses-many", MOST_ADDRESSES));
        }
        return addresses;
    }

    private static List<String> scopes(Form form, Federation federation) {
        var scopes = new TreeSet<>(words(form, "scope"));
        if (!scopes.contains("openid")) {
            form.reject("scope", Refusal.of("identity.operator.scope-openid"));
        }
        scopes.stream()
                // idp_sub binds the agents of this house to their provider: it is for no other
                .filter(it -> it.equals("idp_sub") || !federation.scopes().containsKey(it))
                .findFirst()
                .ifPresent(it -> form.reject("scope", Refusal.of("identity.operator.scope", it)));
        return List.copyOf(scopes);
    }

    /** What stands between blanks and line ends: no address and no scope holds one. */
    private static List<String> words(Form form, String member) {
        var words = new ArrayList<String>();
        for (var typed : form.all(member)) {
            for (var it : typed.split("\\s+")) {
                if (!it.isEmpty() && !words.contains(it)) {
                    words.add(it);
                }
            }
        }
        return words;
    }

    /** True where nothing is said. */
    private static boolean flag(Form form, String member) {
        return form.readOptional(member, Reading::yesNo).orElse(true);
    }
}
