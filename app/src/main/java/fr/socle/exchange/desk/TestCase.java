package fr.socle.exchange.desk;

import fr.socle.exchange.Question.Parameter;
import fr.socle.exchange.Question.Search;
import fr.socle.exchange.dataset.DataSet;
import fr.socle.exchange.dataset.DataSet.Identification;
import fr.socle.kernel.Parsed;
import fr.socle.kernel.Refusal;
import fr.socle.kernel.Siren;
import fr.socle.kernel.Siret;
import fr.socle.ui.form.Form;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whom a provider may be asked about to try it: the parameters of a question, one a line, as in
 * {@code nomNaissance=ESSAI}; a company's number is the parameter {@code siren} or {@code siret}.
 */
public final class TestCase {

    static final String FIELD = "test";

    private static final int MOST = 30;
    private static final int LONGEST = 300;
    private static final String NAME = "[A-Za-z]{1,60}(\\[])?";

    private TestCase() {}

    static List<Parameter> read(Form form) {
        var lines =
                form.all(FIELD).size() > 1
                        ? form.all(FIELD)
                        : Arrays.asList(form.optional(FIELD, MOST * LONGEST).split("\\R"));
        var parameters = new ArrayList<Parameter>();
        for (var line : lines.stream().map(String::strip).filter(it -> !it.isEmpty()).toList()) {
            var equals = line.indexOf('=');
            var name = equals < 0 ? "" : line.substring(0, equals).strip();
            var value = equals < 0 ? "" : line.substring(equals + 1).strip();
            if (!name.matches(NAME) || value.isEmpty() || line.length() > LONGEST) {
                form.reject(FIELD, Refusal.of("exchange.desk.test.line", line));
                return List.of();
            }
            parameters.add(new Parameter(name, value));
        }
        if (parameters.size() > MOST) {
            form.reject(FIELD, Refusal.of("exchange.desk.test.many", MOST));
        }
        return parameters;
    }

    /** Tells what this data set cannot be asked by. Nothing at all is no error. */
    static void check(Form form, DataSet set, List<Parameter> test) {
        if (!test.isEmpty() && search(set, test).isEmpty()) {
            form.reject(FIELD, Refusal.of("exchange.desk.test.number", number(set)));
        }
    }

    private static String number(DataSet set) {
        return set.address().by() == Identification.SIRET ? "siret" : "siren";
    }

    /** As a question; empty when there is nothing, or no valid number of a company. */
    static Optional<Search> search(DataSet set, List<Parameter> test) {
        if (test.isEmpty()) {
            return Optional.empty();
        }
        return switch (set.address().by()) {
            case PIVOT, IDENTIFIANT -> Optional.of(new Search.Written(test));
            case SIREN -> value(test, "siren").flatMap(it -> siren(it, test));
            case SIRET -> value(test, "siret").flatMap(it -> siret(it, test));
        };
    }

    private static Optional<String> value(List<Parameter> test, String name) {
        var values = test.stream().filter(it -> it.name().equals(name)).toList();
        return values.size() == 1 ? Optional.of(values.getFirst().value()) : Optional.empty();
    }

    private static Optional<Search> siren(String text, List<Parameter> test) {
        return Siren.parse(text) instanceof Parsed.Valid<Siren>(var siren)
                ? Optional.of(new Search.Entreprise(siren, siren.value(), others(test)))
                : Optional.empty();
    }

    private static Optional<Search> siret(String text, List<Parameter> test) {
        return Siret.parse(text) instanceof Parsed.Valid<Siret>(var siret)
                ? Optional.of(new Search.Entreprise(siret.siren(), siret.value(), others(test)))
                : Optional.empty();
    }

    private static List<Parameter> others(List<Parameter> test) {
        return test.stream().filter(it -> !it.name().startsWith("sire")).toList();
    }

    /** As a form shows it. */
    static String typed(List<Parameter> test) {
        return test.stream()
                .map(it -> it.name() + "=" + it.value())
                .collect(Collectors.joining("\n"));
    }
}
