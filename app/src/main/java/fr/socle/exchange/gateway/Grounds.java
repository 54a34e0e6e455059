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
import fr.socle.ui.Dictionary;
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
    private final Dictionary dictionary;

    Grounds(
            Habilitations habilitations,
            ObjectProvider<Cases> cases,
            Directory directory,
            Providers providers,
            Dictionary dictionary) {
        this.habilitations = habilitations;
        this.cases = cases;
        this.directory = directory;
        this.providers = providers;
        this.dictionary = dictionary;
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

    Asked read(Question question) {
        var habilitation = habilitations.find(question.habilitation());
        var onCase = onCase(question.onCase());
        var organisation = directory.organisation(question.requester().organisation());
        var provider = providers.provider(question.dataSet());
        var echange =
                new Echange(
                        UUID.randomUUID(),
                        question,
                        habilitation.orElse(null),
                        onCase.orElse(null),
                        organisation.map(Organisation::name).orElse(""),
                        provider.map(Provider::name).orElse(""),
                        labels(question));
        return new Asked(echange, habilitation, onCase, organisation, provider);
    }

    private Optional<CaseState> onCase(Case wanted) {
        var keeper = cases.getIfAvailable();
        return keeper != null && wanted instanceof Case.Verifie(var reference)
                ? keeper.find(reference)
                : Optional.empty();
    }

    /** In French, because the entry is read long after in whatever language. */
    private List<String> labels(Question question) {
        var words = dictionary.french();
        return question.fields().stream()
                .sorted()
                .map(code -> Providers.label(code))
                .map(key -> words.has(key) ? words.of(key) : key)
                .toList();
    }
}
