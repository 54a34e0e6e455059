package fr.socle.exchange.gateway;

import fr.socle.directory.Directory;
import fr.socle.directory.Organisation;
import fr.socle.exchange.Case;
import fr.socle.exchange.Question;
import fr.socle.exchange.provider.Provider;
import fr.socle.exchange.provider.Providers;
import fr.socle.exchange.spi.Cases;
import fr.socle.exchange.spi.Cases.CaseState;
import fr.socle.exchange.trace.Echange;
import fr.socle.habilitations.Habilitation;
import fr.socle.habilitations.Habilitations;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Reads from the database, at each question, all that the decision stands on. */
@Component
class Grounds {

    private final Habilitations habilitations;
    private final ObjectProvider<Cases> cases;
    private final Directory directory;
    private final Providers providers;

    Grounds(
            Habilitations habilitations,
            ObjectProvider<Cases> cases,
            Directory directory,
            Providers providers) {
        this.habilitations = habilitations;
        this.cases = cases;
        this.directory = directory;
        this.providers = providers;
    }

    /** What a question stands on, at one moment. */
    record Asked(
            Echange echange,
            Optional<Habilitation> habilitation,
            Optional<CaseState> onCase,
            Optional<Organisation> organisation,
            Optional<Provider> provider) {

        String providerName() {
            return echange.provider();
        }
    }

    Asked read(Question asked) {
        var habilitation = habilitations.find(asked.habilitation());
        var question = exact(asked, habilitation);
        var onCase = onCase(question.onCase());
        var organisation = directory.organisation(question.requester().organisation());
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
        return new Asked(echange, habilitation, onCase, organisation, provider);
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
