package fr.socle.exchange.gateway;

import fr.socle.exchange.Answer;
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
import fr.socle.exchange.trace.Issue;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    private final Grounds grounds;
    private final Breakers breakers;
    private final ProviderClient client;
    private final Traces traces;

    LocalGateway(Grounds grounds, Breakers breakers, ProviderClient client, Traces traces) {
        this.grounds = grounds;
        this.breakers = breakers;
        this.client = client;
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
                    Decide.decide(asked.habilitation(), question, asked.onCase(), traces.now());
            return switch (decision) {
                case Decision.Refused(var reasons) -> refuse(asked, reasons);
                case Decision.Granted(var fields, _) -> exchange(asked, fields);
            };
        } catch (DataAccessException | TransactionException noEntry) {
            LOG.error("no entry, no data", noEntry);
            return new Answer.Unavailable("", SOON);
        }
    }

    private Answer refuse(Asked asked, List<Reason> reasons) {
        traces.refused(asked.echange(), reasons);
        return new Answer.Refused(reasons);
    }

    private Answer exchange(Asked asked, Set<String> fields) {
        var provider = asked.provider().orElse(null);
        if (provider == null || asked.organisation().isEmpty()) {
            return new Answer.Unavailable(asked.providerName(), SOON);
        }
        if (breakers.spares(provider.code())) {
            traces.spared(asked.echange());
            return new Answer.Unavailable(provider.name(), breakers.pause());
        }
        traces.asked(asked.echange());
        var answer =
                breakers.through(
                        provider.code(),
                        () ->
                                client.ask(
                                        provider,
                                        asked.echange().question().subject().identity(),
                                        asked.organisation().get().siret()));
        return switch (answer) {
            case ProviderAnswer.Found found -> release(asked, provider, found, fields);
            case ProviderAnswer.NotFound _ -> {
                traces.ended(asked.echange(), Issue.INTROUVABLE);
                yield new Answer.NotFound(provider.name());
            }
            case ProviderAnswer.Failed(var why, var retryIn) -> {
                traces.failed(provider, why);
                traces.ended(asked.echange(), Issue.INDISPONIBLE);
                yield new Answer.Unavailable(provider.name(), retryIn);
            }
        };
    }

    private Answer release(
            Asked asked, Provider provider, ProviderAnswer.Found found, Set<String> fields) {
        if (found.beyond() > 0) {
            traces.beyondContract(provider, found.beyond());
        }
        var released = only(fields, found.values());
        var reference = traces.granted(asked.echange(), released, found.sourceTime());
        traces.ended(asked.echange(), Issue.REMIS);
        return new Answer.Released(released, provider.name(), found.sourceTime(), reference);
    }

    private static Map<String, String> only(Set<String> fields, Map<String, String> values) {
        var kept = new HashMap<>(values);
        kept.keySet().retainAll(fields);
        return kept;
    }
}
