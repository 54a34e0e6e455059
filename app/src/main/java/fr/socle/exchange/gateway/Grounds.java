package fr.socle.exchange.gateway;

import fr.socle.directory.Directory;
import fr.socle.directory.Organisation;
import fr.socle.directory.OrganisationId;
import fr.socle.exchange.Case;
import fr.socle.exchange.Question;
import fr.socle.exchange.Requester;
import fr.socle.exchange.decision.Circumstances;
import fr.socle.exchange.provider.Provider;
import fr.socle.exchange.provider.Providers;
import fr.socle.exchange.spi.Cases;
import fr.socle.exchange.spi.Cases.CaseState;
import fr.socle.exchange.spi.ProtectedFiles;
import fr.socle.exchange.trace.Echange;
import fr.socle.habilitations.Habilitation;
import fr.socle.habilitations.Habilitations;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Reads from the database, at each question, all that the decision stands on. */
@Component
class Grounds {

    private static final Duration FRESH = Duration.ofSeconds(1);

    private final Habilitations habilitations;
    private final ObjectProvider<Cases> cases;
    private final List<ProtectedFiles> files;
    private final Directory directory;
    private final Providers providers;
    private final Clock clock;
    private final Map<OrganisationId, Lately> lately = new ConcurrentHashMap<>();

    /** What blocks above know. */
    @Component
    record Above(ObjectProvider<Cases> cases, ObjectProvider<ProtectedFiles> files) {}

    /** An organisation as it was read, and until when that is good enough. */
    private record Lately(Organisation organisation, Instant until) {}

    Grounds(
            Habilitations habilitations,
            Above above,
            Directory directory,
            Providers providers,
            Clock clock) {
        this.habilitations = habilitations;
        this.cases = above.cases();
        this.files = above.files().stream().toList();
        this.directory = directory;
        this.providers = providers;
        this.clock = clock;
    }

    /** What a question stands on, at one moment. */
    record Asked(
            Echange echange,
            Optional<Habilitation> habilitation,
            Optional<CaseState> onCase,
            Optional<Organisation> organisation,
            Circumstances circumstances,
            Optional<Provider> provider) {

        String providerName() {
            return echange.provider();
        }
    }

    Asked read(Question asked) {
        var habilitation = habilitations.find(asked.habilitation());
        var question = exact(asked, habilitation);
        var onCase = onCase(question.onCase());
        var organisation = organisation(question.requester().organisation());
        var provider = providers.provider(question.dataSet());
        var set = provider.map(Provider::set);
        var echange =
                new Echange(
                        UUID.randomUUID(),
                        question,
                        habilitation.orElse(null),
                        onCase.orElse(null),
                        organisation.map(Organisation::name).orElse(""),
                        provider.map(Provider::name).orElse(""),
                        set.map(it -> it.terms().secrecy().name()).orElse(""),
                        set.map(it -> providers.labels(it, question.fields())).orElse(List.of()));
        var circumstances = new Circumstances(placed(question), guarded(question));
        return new Asked(echange, habilitation, onCase, organisation, circumstances, provider);
    }

    /** Its name and number, which give no right: what was read in the last second will do. */
    private Optional<Organisation> organisation(OrganisationId id) {
        var now = clock.instant();
        var known = lately.get(id);
        if (known != null && now.isBefore(known.until())) {
            return Optional.of(known.organisation());
        }
        var read = directory.organisation(id);
        read.ifPresent(it -> lately.put(id, new Lately(it, now.plus(FRESH))));
        return read;
    }

    /** The agents of this house's own pages were let in by the directory already. */
    private boolean placed(Question question) {
        return question.recipient().isEmpty()
                || !(question.requester() instanceof Requester.Agent(var agent, var organisation))
                || directory.isOf(agent, organisation);
    }

    /** A verified case of theirs is ground enough, so nobody looks. */
    private boolean guarded(Question question) {
        return question.onCase() instanceof Case.Declare
                && question.subject()
                        .person()
                        .filter(it -> files.stream().anyMatch(file -> file.isProtected(it)))
                        .isPresent();
    }

    private static Question exact(Question asked, Optional<Habilitation> on) {
        return asked.fields().equals(Question.ALL_GRANTED)
                ? on.map(it -> it.fields().get(asked.dataSet())).map(asked::of).orElse(asked)
                : asked;
    }

    private Optional<CaseState> onCase(Case wanted) {
        return wanted instanceof Case.Verifie(var reference)
                ? cases.stream().flatMap(it -> it.find(reference).stream()).findFirst()
                : Optional.empty();
    }
}
