package fr.socle.exchange.gateway;

import fr.socle.directory.Organisation;
import fr.socle.exchange.Answer;
import fr.socle.exchange.Answer.Failure;
import fr.socle.exchange.Answer.Reason;
import fr.socle.exchange.Gateway;
import fr.socle.exchange.Question;
import fr.socle.exchange.decision.Decide;
import fr.socle.exchange.decision.Decision;
import fr.socle.exchange.gateway.Grounds.Asked;
import fr.socle.exchange.provider.Breakers;
import fr.socle.exchange.provider.Provider;
import fr.socle.exchange.provider.ProviderAnswer;
import fr.socle.exchange.provider.ProviderClient;
import fr.socle.exchange.provider.Pulse;
import fr.socle.exchange.trace.Issue;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The four steps of an exchange: the question is durable; the provider is asked with nothing held;
 * the grant is durable; only then the data leaves, and its end is noted. When an entry cannot be
 * written, nothing leaves.
 */
@Component
class LocalGateway implements Gateway {

    private static final Logger LOG = LoggerFactory.getLogger(LocalGateway.class);
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration LATER = Duration.ofMinutes(30);

    private final Grounds grounds;
    private final Breakers breakers;
    private final ProviderClient client;
    private final Pulse pulse;
    private final Traces traces;

    LocalGateway(
            Grounds grounds, Breakers breakers, ProviderClient client, Pulse pulse, Traces traces) {
        this.grounds = grounds;
        this.breakers = breakers;
        this.client = client;
        this.pulse = pulse;
        this.traces = traces;
    }

    @Override
    public Answer ask(Question question) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("an exchange holds no transaction");
        }
        var answer = answer(question);
        traces.count(question.dataSet(), answer);
        return answer;
    }

    private Answer answer(Question question) {
        try {
            var asked = grounds.read(question);
            var decision =
                    Decide.decide(
                            asked.habilitation(),
                            asked.echange().question(),
                            asked.organisation().map(Organisation::siret),
                            asked.onCase(),
                            traces.now());
            return switch (decision) {
                case Decision.Refused(var reasons) -> refuse(asked, reasons);
                case Decision.Granted(var fields, _) -> exchange(asked, fields);
            };
        } catch (DataAccessException | TransactionException noEntry) {
            LOG.error("no entry, no data", noEntry);
            return new Answer.Unavailable("", Failure.NOT_HERE, SOON);
        }
    }

    private Answer refuse(Asked asked, List<Reason> reasons) {
        traces.refused(asked.echange(), reasons);
        return new Answer.Refused(reasons);
    }

    private Answer exchange(Asked asked, Set<String> fields) {
        var provider = asked.provider().orElse(null);
        if (provider == null || asked.organisation().isEmpty()) {
            return new Answer.Unavailable(asked.providerName(), Failure.NOT_HERE, SOON);
        }
        if (!provider.openAt(traces.hour())) {
            traces.spared(asked.echange());
            return new Answer.Unavailable(provider.name(), Failure.CLOSED, LATER);
        }
        if (breakers.spares(provider.code())) {
            traces.spared(asked.echange());
            return new Answer.Unavailable(provider.name(), Failure.DOWN, breakers.pause());
        }
        traces.asked(asked.echange());
        var answer =
                breakers.through(
                        provider.code(),
                        () ->
                                pulse.saw(
                                        provider.code(),
                                        client.ask(
                                                provider,
                                                asked.echange().question().subject().by(),
                                                asked.organisation().get().siret(),
                                                fields)));
        return switch (answer) {
            case ProviderAnswer.Found found -> release(asked, provider, found);
            case ProviderAnswer.NotFound(var several) -> {
                traces.ended(asked.echange(), Issue.INTROUVABLE);
                yield new Answer.NotFound(provider.name(), several);
            }
            case ProviderAnswer.Failed(var failure, var why, var retryIn) -> {
                traces.failed(provider, why);
                traces.ended(asked.echange(), Issue.INDISPONIBLE);
                yield new Answer.Unavailable(provider.name(), failure, retryIn);
            }
        };
    }

    private Answer release(Asked asked, Provider provider, ProviderAnswer.Found found) {
        if (found.beyond() > 0) {
            traces.beyondContract(provider, found.beyond());
        }
        var reference = traces.granted(asked.echange(), found.document(), found.sourceTime());
        traces.ended(asked.echange(), Issue.REMIS);
        return new Answer.Released(
                found.document(), provider.name(), found.sourceTime(), reference);
    }
}
