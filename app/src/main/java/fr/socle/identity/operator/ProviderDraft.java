package fr.socle.identity.operator;

import fr.socle.identity.federation.Acr;
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
import java.util.stream.Collectors;

/**
 * What an operator wants an outside provider to be.
 *
 * @param secret by which we are known there; empty: the one that is there stays
 * @param levels for which it may vouch, the lowest first, at least one
 * @param domains in small letters, of agents' providers only
 */
public record ProviderDraft(
        String uid,
        Federation federation,
        String issuer,
        String clientId,
        String secret,
        Shown shown,
        List<Acr> levels,
        List<String> domains) {

    private static final String LEVELS = "levels";
    private static final int MOST_DOMAINS = 200;

    public ProviderDraft {
        levels = List.copyOf(levels);
        domains = List.copyOf(domains);
    }

    /** Says nothing of the secret, so that no log line can carry it. */
    @Override
    public String toString() {
        return "ProviderDraft[" + uid + "]";
    }

    /** A provider that is new. Without levels it vouches for the least that people come for. */
    public static Optional<ProviderDraft> read(Form form, Federations federations) {
        var federation = form.read("federation", it -> federation(it, federations));
        var uid = form.read("uid", ProviderDraft::uid).orElse("");
        return rest(form, uid, federation, true);
    }

    /** What is changed of a provider that exists: neither its name of reference nor its people. */
    public static Optional<ProviderDraft> read(Form form, ProviderLine present) {
        return rest(form, present.uid(), Optional.of(present.federation()), false);
    }

    /** In the order of the form, so that the summary of errors follows it. */
    private static Optional<ProviderDraft> rest(
            Form form, String uid, Optional<Federation> federation, boolean fresh) {
        var label = form.required("label", 80);
        var hint = form.optional("hint", 120);
        var issuer = form.read("issuer", Addresses::issuer).orElse("");
        var clientId = form.required("client_id", 200);
        var secret =
                fresh ? form.required("client_secret", 500) : form.optional("client_secret", 500);
        var levels = federation.map(it -> levels(form, it, fresh)).orElse(List.of());
        var domains = federation.map(it -> domains(form, it)).orElse(List.of());
        int position =
                form.readOptional("position", Reading.whole(0, 999))
                        .map(Long::intValue)
                        .orElse(100);
        return form.ok()
                ? Optional.of(
                        new ProviderDraft(
                                uid,
                                federation.orElseThrow(),
                                issuer,
                                clientId,
                                secret,
                                new Shown(label, hint, position),
                                levels,
                                domains))
                : Optional.empty();
    }

    private static List<Acr> levels(Form form, Federation federation, boolean fresh) {
        var offered = federation.offered().stream().sorted().toList();
        if (!offered.stream().map(Acr::code).toList().containsAll(form.all(LEVELS))) {
            form.reject(
                    LEVELS,
                    Refusal.of(
                            "identity.operator.levels",
                            offered.stream().map(Acr::code).collect(Collectors.joining(", "))));
            return List.of();
        }
        var levels = offered.stream().filter(it -> form.all(LEVELS).contains(it.code())).toList();
        if (levels.isEmpty() && !fresh) {
            form.reject(LEVELS, Refusal.of("ui.form.required"));
        }
        return levels.isEmpty() ? offered.subList(0, 1) : levels;
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
