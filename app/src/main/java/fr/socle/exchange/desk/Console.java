package fr.socle.exchange.desk;

import fr.socle.directory.Actor;
import fr.socle.exchange.Question.Parameter;
import fr.socle.exchange.Question.Search;
import fr.socle.exchange.api.Subjects;
import fr.socle.exchange.provider.Provider;
import fr.socle.exchange.provider.ProviderClient;
import fr.socle.exchange.provider.ProviderLook;
import fr.socle.house.HouseSettings;
import fr.socle.journal.Journal;
import fr.socle.kernel.PersonRef;
import fr.socle.kernel.Refusal;
import fr.socle.kernel.Siret;
import fr.socle.ui.form.Form;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Asks a provider in order to see how it answers. An operator learns no one's data by it: he sees
 * which places the answer has and never a value, nothing of it is kept, the entry in the journal is
 * durable before the provider is called, and in production nobody is asked about but the test case
 * of the provider's description, which may not be a person known here.
 */
@Component
public class Console {

    private static final int LONGEST_REASON = 500;
    private static final int SHORTEST_REASON = 10;

    private final ProviderDesk desk;
    private final ProviderClient client;
    private final Subjects subjects;
    private final Journal journal;
    private final HouseSettings house;

    Console(
            ProviderDesk desk,
            ProviderClient client,
            Subjects subjects,
            Journal journal,
            HouseSettings house) {
        this.desk = desk;
        this.client = client;
        this.subjects = subjects;
        this.journal = journal;
        this.house = house;
    }

    /** Whether the test case of the description is the only one that may be asked about. */
    public boolean onlyConfigured() {
        return house.production();
    }

    /**
     * @param form {@code reason}, {@code recipient} (SIRET), and outside of production {@code
     *     test}; tells what is wrong
     * @return empty when something is wrong: nothing was asked
     */
    public Optional<ProviderLook> look(Actor actor, ProviderLine line, Form form) {
        var reason = reason(form);
        var recipient = form.read("recipient", Siret::parse);
        var test = test(form, line);
        var search = TestCase.search(line.set(), test).orElse(null);
        if (search == null && form.ok()) {
            form.reject(TestCase.FIELD, Refusal.of("exchange.console.nobody"));
        }
        var person = person(test);
        if (onlyConfigured() && person.isPresent()) {
            form.reject(TestCase.FIELD, Refusal.of("exchange.console.someone"));
        }
        var provider = desk.open(line.code()).orElse(null);
        if (!form.ok() || search == null || recipient.isEmpty() || provider == null) {
            return Optional.empty();
        }
        var told =
                new FournisseurAct.Essaye(
                        actor, line.code(), line.name(), reason, test.equals(line.test()), person);
        return Optional.of(look(told, provider, search, recipient.get()));
    }

    /** No entry, no call. */
    private ProviderLook look(
            FournisseurAct told, Provider provider, Search search, Siret recipient) {
        journal.appendAlone(told);
        return client.look(provider, search, recipient);
    }

    private static String reason(Form form) {
        var reason = form.required("reason", LONGEST_REASON);
        if (!reason.isEmpty() && reason.length() < SHORTEST_REASON) {
            form.reject("reason", Refusal.of("exchange.console.reason", SHORTEST_REASON));
        }
        return reason;
    }

    private List<Parameter> test(Form form, ProviderLine line) {
        return onlyConfigured() || form.all(TestCase.FIELD).isEmpty()
                ? line.test()
                : TestCase.read(form);
    }

    private Optional<PersonRef> person(List<Parameter> test) {
        return subjects.personOf(name -> values(test, name));
    }

    private static String @Nullable [] values(List<Parameter> test, String name) {
        var values =
                test.stream()
                        .filter(it -> it.name().equals(name))
                        .map(Parameter::value)
                        .toArray(String[]::new);
        return values.length == 0 ? null : values;
    }

    /** As a form shows it at first. */
    public static String typed(ProviderLine line) {
        return TestCase.typed(line.test());
    }
}
