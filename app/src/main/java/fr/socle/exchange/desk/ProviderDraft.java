package fr.socle.exchange.desk;

import fr.socle.exchange.Question.Parameter;
import fr.socle.exchange.dataset.DataSet;
import fr.socle.exchange.dataset.Library;
import fr.socle.kernel.Parsed;
import fr.socle.ui.form.Form;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an operator wants an outside provider to be.
 *
 * @param base without final slash
 * @param test whom it may be asked about to try it
 */
public record ProviderDraft(String name, String base, DataSet set, List<Parameter> test) {

    /** The members of a description, with {@code *} for a place in a list of objects. */
    public static final Set<String> MEMBERS =
            Stream.concat(
                            Stream.of("name", "base_url", "test", "data_set"),
                            Stream.of(
                                            "code title address.api address.path address.by"
                                                    + " address.federated address.parameters"
                                                    + " source.prefix source.name source.path"
                                                    + " terms.secrecy terms.opens terms.closes"
                                                    + " terms.perMinute terms.freshness fields.*.code"
                                                    + " fields.*.label fields.*.scope"
                                                    + " fields.*.kind fields.*.pointers")
                                    .flatMap(it -> Stream.of(it.split(" ")))
                                    .map(it -> DataSetReading.SET + it))
                    .collect(Collectors.toUnmodifiableSet());

    /** Those that are lists of values. */
    public static final Set<String> LISTS =
            Set.of(
                    "test",
                    DataSetReading.SET + "address.parameters",
                    DataSetReading.SET + "fields.*.pointers");

    private static final String KNOWN = "data_set";
    private static final int LONGEST = 200;

    public ProviderDraft {
        test = List.copyOf(test);
    }

    /** Empty when something is wrong, which the form then tells. */
    public static Optional<ProviderDraft> read(Form form) {
        var name = form.required("name", LONGEST);
        var base = form.read("base_url", ProviderDraft::address);
        var test = TestCase.read(form);
        var set = form.typed(KNOWN).isEmpty() ? DataSetReading.read(form) : known(form);
        set.ifPresent(it -> TestCase.check(form, it, test));
        return form.ok() && base.isPresent() && set.isPresent()
                ? Optional.of(new ProviderDraft(name, base.get(), set.get(), test))
                : Optional.empty();
    }

    private static Optional<DataSet> known(Form form) {
        return form.read(
                KNOWN,
                it ->
                        Library.find(it)
                                .map(Parsed::valid)
                                .orElseGet(() -> Parsed.invalid("exchange.desk.known", codes())));
    }

    private static String codes() {
        return Library.all().stream()
                .map(it -> "« " + it.code() + " »")
                .collect(Collectors.joining(", "));
    }

    /**
     * HTTPS, or this very machine for who develops: the secret goes there at each question. Where
     * it really leads is judged at each call.
     */
    static Parsed<String> address(String typed) {
        var text = typed.replaceAll("/+$", "");
        if (text.length() > LONGEST) {
            return Parsed.invalid("ui.form.too-long", LONGEST, text.length());
        }
        try {
            var uri = new URI(text);
            var host = uri.getHost();
            var here = "localhost".equals(host) || "127.0.0.1".equals(host);
            return host != null
                            && uri.getRawUserInfo() == null
                            && uri.getRawQuery() == null
                            && uri.getRawFragment() == null
                            && ("https".equals(uri.getScheme())
                                    || here && "http".equals(uri.getScheme()))
                    ? Parsed.valid(text)
                    : Parsed.invalid("exchange.desk.https");
        } catch (URISyntaxException nonsense) {
            return Parsed.invalid("exchange.desk.address");
        }
    }

    /** Scheme, host and port: to whom a secret goes. */
    static String origin(String base) {
        var uri = URI.create(base);
        return uri.getScheme() + "://" + uri.getAuthority();
    }

    /** As a form shows it. */
    public Map<String, String> typed() {
        var typed = new HashMap<>(DataSetReading.typed(set));
        typed.put("name", name);
        typed.put("base_url", base);
        typed.put("test", TestCase.typed(test));
        return typed;
    }

    /** The members that differ, sorted: what a change was about. */
    Set<String> differences(ProviderDraft other) {
        var here = typed();
        var there = other.typed();
        var differ = new TreeSet<String>();
        Stream.concat(here.keySet().stream(), there.keySet().stream())
                .filter(it -> !here.getOrDefault(it, "").equals(there.getOrDefault(it, "")))
                .map(it -> it.replaceFirst("(fields)\\..*", "$1"))
                .forEach(differ::add);
        return differ;
    }
}
