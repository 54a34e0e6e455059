package fr.socle.exchange.desk;

import fr.socle.exchange.dataset.DataSet;
import fr.socle.exchange.dataset.DataSet.Address;
import fr.socle.exchange.dataset.DataSet.Field;
import fr.socle.exchange.dataset.DataSet.Identification;
import fr.socle.exchange.dataset.DataSet.Source;
import fr.socle.exchange.dataset.DataSet.Terms;
import fr.socle.exchange.dataset.Rules;
import fr.socle.habilitations.spi.DataCatalogue.DataKind;
import fr.socle.kernel.Parsed;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Reading;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the description of a data set from a form, and writes it into one. */
public final class DataSetReading {

    /** Before each member's name. */
    public static final String SET = "data_set.";

    /** The members of one field. */
    static final List<String> MEMBERS = List.of("code", "label", "scope", "kind", "pointers");

    private static final int LONGEST = 200;

    private DataSetReading() {}

    /** Empty when something is wrong, which the form then tells. */
    static Optional<DataSet> read(Form form) {
        var code = form.required(SET + "code", LONGEST);
        var title = form.required(SET + "title", LONGEST);
        var address = address(form);
        var source =
                new Source(
                        form.required(SET + "source.prefix", 2),
                        form.required(SET + "source.name", LONGEST),
                        form.required(SET + "source.path", LONGEST));
        var terms = terms(form);
        var fields = fields(form);
        if (!form.ok() || address.isEmpty() || terms.isEmpty()) {
            return Optional.empty();
        }
        var set = new DataSet(code, title, address.get(), source, terms.get(), fields);
        Rules.faults(set).forEach(it -> form.reject(SET + it.member(), it.why()));
        return form.ok() ? Optional.of(set) : Optional.empty();
    }

    private static Optional<Address> address(Form form) {
        var api = form.read(SET + "address.api", Reading.among(words(DataSet.Api.values())));
        var path = form.required(SET + "address.path", LONGEST);
        var by = form.read(SET + "address.by", Reading.among(words(Identification.values())));
        var federated = form.readOptional(SET + "address.federated", Reading::yesNo);
        var parameters = list(form, SET + "address.parameters", "[\\s,;]+");
        return api.flatMap(
                it ->
                        by.map(
                                how ->
                                        new Address(
                                                it,
                                                path,
                                                how,
                                                federated.orElse(false),
                                                parameters)));
    }

    private static Optional<Terms> terms(Form form) {
        var secrecy =
                form.read(SET + "terms.secrecy", Reading.among(words(DataSet.Secrecy.values())));
        var opens = form.readOptional(SET + "terms.opens", DataSetReading::hour);
        var closes = form.readOptional(SET + "terms.closes", DataSetReading::hour);
        var limit = form.read(SET + "terms.perMinute", Reading.whole(1, Terms.MOST_PER_MINUTE));
        var freshness =
                form.readOptional(SET + "terms.freshness", Reading.whole(1, Terms.LONGEST_KEPT))
                        .map(Long::intValue);
        return secrecy.flatMap(
                it ->
                        limit.map(
                                most ->
                                        new Terms(
                                                it,
                                                opens.orElse(null),
                                                closes.orElse(null),
                                                most.intValue(),
                                                freshness.orElse(null))));
    }

    /** A line of which nothing is filled is no field. */
    private static List<Field> fields(Form form) {
        var fields = new ArrayList<Field>();
        for (int i = 0; i < count(form) && i <= Rules.MOST_FIELDS; i++) {
            var at = SET + "fields." + i + ".";
            var code = form.required(at + "code", LONGEST);
            var label = form.required(at + "label", LONGEST);
            var scope = form.required(at + "scope", LONGEST);
            var kind = form.read(at + "kind", Reading.among(words(DataKind.values())));
            var pointers = list(form, at + "pointers", "\\R");
            kind.ifPresent(it -> fields.add(new Field(code, label, scope, it, pointers)));
        }
        return fields;
    }

    /** How many lines of fields there are. */
    public static int count(Form form) {
        var count = 0;
        while (hasLine(form, count)) {
            count++;
        }
        return count;
    }

    private static boolean hasLine(Form form, int line) {
        return MEMBERS.stream()
                .anyMatch(it -> !form.all(SET + "fields." + line + "." + it).isEmpty());
    }

    /** From a list of a machine, or from lines of a person. */
    private static List<String> list(Form form, String name, String between) {
        var texts =
                form.all(name).size() > 1
                        ? form.all(name)
                        : Arrays.asList(form.optional(name, 40_000).split(between));
        return texts.stream().map(String::strip).filter(it -> !it.isEmpty()).toList();
    }

    private static Parsed<LocalTime> hour(String text) {
        try {
            return Parsed.valid(LocalTime.parse(text));
        } catch (DateTimeException none) {
            return Parsed.invalid("exchange.rule.hour");
        }
    }

    static <T extends Enum<T>> Map<String, T> words(T[] values) {
        return Arrays.stream(values).collect(Collectors.toMap(Enum::name, it -> it));
    }

    /** As a form shows it. */
    public static Map<String, String> typed(DataSet set) {
        var typed = new LinkedHashMap<String, String>();
        typed.put("code", set.code());
        typed.put("title", set.title());
        typed.put("address.api", set.address().api().name());
        typed.put("address.path", set.address().path());
        typed.put("address.by", set.address().by().name());
        typed.put("address.federated", set.address().federated() ? "oui" : "non");
        typed.put("address.parameters", String.join(" ", set.address().parameters()));
        typed.put("source.prefix", set.source().prefix());
        typed.put("source.name", set.source().name());
        typed.put("source.path", set.source().path());
        typed.put("terms.secrecy", set.terms().secrecy().name());
        typed.put("terms.opens", set.terms().opens() == null ? "" : "" + set.terms().opens());
        typed.put("terms.closes", set.terms().closes() == null ? "" : "" + set.terms().closes());
        typed.put("terms.perMinute", "" + set.terms().perMinute());
        var freshness = set.terms().freshness();
        typed.put("terms.freshness", freshness == null ? "" : "" + freshness);
        for (int i = 0; i < set.fields().size(); i++) {
            var field = set.fields().get(i);
            var at = "fields." + i + ".";
            typed.put(at + "code", field.code());
            typed.put(at + "label", field.label());
            typed.put(at + "scope", field.scope());
            typed.put(at + "kind", field.kind().name());
            typed.put(at + "pointers", String.join("\n", field.pointers()));
        }
        return typed.entrySet().stream()
                .collect(Collectors.toMap(it -> SET + it.getKey(), Map.Entry::getValue));
    }
}
