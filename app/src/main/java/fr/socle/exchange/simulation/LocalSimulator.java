package fr.socle.exchange.simulation;

import fr.socle.directory.Directory;
import fr.socle.directory.Organisation;
import fr.socle.exchange.Answer.Reason;
import fr.socle.exchange.Question;
import fr.socle.exchange.Simulation;
import fr.socle.exchange.Simulator;
import fr.socle.exchange.Supposition;
import fr.socle.exchange.dataset.DataSet;
import fr.socle.exchange.dataset.Facts;
import fr.socle.exchange.dataset.Minimiser;
import fr.socle.exchange.decision.Decide;
import fr.socle.exchange.decision.Decision;
import fr.socle.exchange.provider.Provider;
import fr.socle.exchange.provider.Providers;
import fr.socle.exchange.spi.FileTelling;
import fr.socle.exchange.spi.FileTelling.Told;
import fr.socle.exchange.trace.Echange;
import fr.socle.exchange.trace.EchangeAccorde;
import fr.socle.exchange.trace.EchangeRefuse;
import fr.socle.exchange.trace.SaltedDigest;
import fr.socle.exchange.trace.Scelle;
import fr.socle.habilitations.Habilitation;
import fr.socle.habilitations.Habilitations;
import fr.socle.journal.Audience;
import fr.socle.journal.Entry;
import fr.socle.journal.Part;
import fr.socle.ui.Words;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Decides with {@link Decide} on supposed facts, masks a made-up answer with {@link Minimiser}, and
 * makes, without writing it, the entry that a real exchange would leave. Only the habilitation, the
 * organisation and the provider are real.
 */
@Component
class LocalSimulator implements Simulator {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final Habilitations habilitations;
    private final Directory directory;
    private final Providers providers;
    private final ObjectProvider<FileTelling> files;
    private final SecureRandom random;

    LocalSimulator(
            Habilitations habilitations,
            Directory directory,
            Providers providers,
            ObjectProvider<FileTelling> files,
            SecureRandom random) {
        this.habilitations = habilitations;
        this.directory = directory;
        this.providers = providers;
        this.files = files;
        this.random = random;
    }

    @Override
    public Optional<Simulation> simulate(Supposition supposition, Words words) {
        return habilitations
                .find(supposition.habilitation())
                .flatMap(
                        on ->
                                providers
                                        .provider(supposition.dataSet())
                                        .map(it -> simulate(supposition, on, it, words)));
    }

    private Simulation simulate(
            Supposition supposition, Habilitation on, Provider provider, Words words) {
        var title = words.of("exchange.simulation.case.title");
        var supposed = new Supposed(supposition, on.organisation(), title, random);
        var question = supposed.question(provider.set().address().by());
        var organisation = directory.organisation(on.organisation());
        var at = supposition.day().atTime(LocalTime.NOON).atZone(PARIS).toInstant();
        var decision =
                Decide.decide(
                        Optional.of(on),
                        question,
                        organisation.map(Organisation::siret),
                        supposed.onCase(),
                        at);
        var echange = echange(question, on, supposed, organisation, provider);
        return switch (decision) {
            case Decision.Refused(var reasons) ->
                    refused(echange, reasons, new Telling(on, words, at));
            case Decision.Granted(var fields, _) ->
                    granted(echange, provider.set(), fields, new Telling(on, words, at));
        };
    }

    /** On which ground, in which words and when the entry would be told. */
    private record Telling(Habilitation on, Words words, Instant at) {}

    private Echange echange(
            Question question,
            Habilitation on,
            Supposed supposed,
            Optional<Organisation> organisation,
            Provider provider) {
        return new Echange(
                UUID.randomUUID(),
                question,
                on,
                supposed.onCase().orElse(null),
                organisation.map(Organisation::name).orElse(""),
                provider.name(),
                provider.set().terms().secrecy().name(),
                providers.labels(provider.set(), question.fields()));
    }

    private Simulation refused(Echange echange, List<Reason> reasons, Telling telling) {
        var entry = EchangeRefuse.of(echange, reasons, telling.words());
        return new Simulation(
                telling.on(),
                echange.provider(),
                reasons,
                List.of(),
                "",
                told(echange, entry, telling));
    }

    private Simulation granted(Echange echange, DataSet set, Set<String> fields, Telling telling) {
        var document = document(set, fields);
        var digest = SaltedDigest.of(document, random);
        var entry = new EchangeAccorde(echange, fields, telling.at(), digest);
        return new Simulation(
                telling.on(),
                echange.provider(),
                List.of(),
                facts(set, fields, document),
                JsonMapper.shared().readTree(document).toPrettyString(),
                told(echange, entry, telling));
    }

    private static byte[] document(DataSet set, Set<String> fields) {
        return switch (Minimiser.minimise(Examples.answer(set), set, fields)) {
            case Minimiser.Outcome.Kept(var document, _, _) -> document;
            case Minimiser.Outcome.Broken(var where) ->
                    throw new IllegalStateException("an example breaks the contract at " + where);
        };
    }

    private List<Simulation.Fact> facts(DataSet set, Set<String> fields, byte[] document) {
        var values = Facts.read(document, set, fields);
        return set.fields().stream()
                .filter(it -> fields.contains(it.code()))
                .map(
                        it ->
                                new Simulation.Fact(
                                        it.code(),
                                        providers.labels(set, List.of(it.code())).getFirst(),
                                        it.kind().name(),
                                        values.getOrDefault(it.code(), "")))
                .toList();
    }

    /** Nothing when the entry has no part for a person; of a sealed one, what he reads at once. */
    private Optional<Told> told(Echange echange, Entry entry, Telling telling) {
        var today = LocalDate.ofInstant(telling.at(), PARIS);
        var shown =
                echange.differe()
                        .map(it -> Scelle.split(entry, it, today, telling.words()).sealed())
                        .<Entry>flatMap(it -> it.stream().findFirst())
                        .orElse(entry);
        return shown.parts().stream()
                .filter(it -> it.audiences().contains(Audience.PERSONNE))
                .filter(it -> it.opensOn() == null)
                .findFirst()
                .flatMap(it -> told(shown.kind().code(), it, telling));
    }

    private Optional<Told> told(String kind, Part part, Telling telling) {
        return files.stream()
                .findFirst()
                .map(it -> it.tell(telling.words(), kind, telling.at(), part.content()));
    }
}
