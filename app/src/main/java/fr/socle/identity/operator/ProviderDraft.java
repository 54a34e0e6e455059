package fr.socle.identity.operator;

import fr.socle.identity.federation.Federation;
import fr.socle.identity.federation.Federations;
import fr.socle.identity.operator.ProviderLine.Shown;
import fr.socle.kernel.Parsed;
import fr.socle.kernel.Refusal;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What an operator wants an outside provider to be.
 *
 * @param secret by which we are known there; empty: the one that is there stays
 * @param domains in small letters, of agents' providers only
 */
public record ProviderDraft(
        String uid,
        Federation federation,
        String issuer,
        String clientId,
        String secret,
        Shown shown,
        List<String> domains) {

    private static final int MOST_DOMAINS = 200;

    public ProviderDraft {
        domains = List.copyOf(domains);
    }

    /** Says nothing of the secret, so that no log line can carry it. */
    @Override
    public String toString() {
        return "ProviderDraft[" + uid + "]";
    }

    /** A provider that is new. */
    public static Optional<ProviderDraft> read(Form form, Federations federations) {
        var uid = form.read("uid", ProviderDraft::uid).orElse("");
        var federation = form.read("federation", it -> federation(it, federations));
        var secret = form.required("client_secret", 500);
        return federation.flatMap(it -> rest(form, uid, it, secret));
    }

    /** What is changed of a provider that exists: neither its name of reference nor its people. */
    public static Optional<ProviderDraft> read(Form form, ProviderLine present) {
        var secret = form.optional("client_secret", 500);
        return rest(form, present.uid(), present.federation(), secret);
    }

    private static Optional<ProviderDraft> rest(
            Form form, String uid, Federation federation, String secret) {
        var issuer = form.read("issuer", Addresses::issuer).orElse("");
        var clientId = form.required("client_id", 200);
        var shown =
                new Shown(
                        form.required("label", 80),
                        form.optional("hint", 120),
                        form.readOptional("position", Reading.whole(0, 999))
                                .map(Long::intValue)
                                .orElse(100));
        var domains = domains(form, federation);
        return form.ok()
                ? Optional.of(
                        new ProviderDraft(
                                uid, federation, issuer, clientId, secret, shown, domains))
                : Optional.empty();
    }

    private static Parsed<String> uid(String text) {
        return text.matches("[a-z0-9-]{1,40}")
                ? Parsed.valid(text)
                : Parsed.invalid("identity.operator.uid");
    }

    private static Parsed<Federation> federation(String text, Federations federations) {
        return federations
                .find(text)
                .map(Parsed::valid)
                .orElseGet(() -> Parsed.invalid("ui.form.choice"));
    }

    /** From a list of a machine, or from lines, commas and blanks of a person. */
    private static List<String> domains(Form form, Federation federation) {
        var domains = new ArrayList<String>();
        for (var typed : form.all("domains")) {
            for (var it : typed.toLowerCase(Locale.ROOT).split("[\\s,;]+")) {
                if (!it.isEmpty() && !domains.contains(it)) {
                    domains.add(it);
                }
            }
        }
        if (domains.size() > MOST_DOMAINS) {
            form.reject("domains", Refusal.of("identity.operator.domains-many", MOST_DOMAINS));
        }
        if (!domains.isEmpty() && federation.ofUsagers()) {
            form.reject("domains", Refusal.of("identity.operator.domains-agents"));
        }
        domains.stream()
                .filter(
                        it ->
                                !it.matches(
                                        "([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9-]{2,63}"))
                .findFirst()
                .ifPresent(
                        it -> form.reject("domains", Refusal.of("identity.operator.domain", it)));
        return domains;
    }
}
