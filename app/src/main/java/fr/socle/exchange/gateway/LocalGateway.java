package fr.socle.exchange.gateway;

import fr.socle.directory.Organisation;
import fr.socle.exchange.Answer;
import fr.socle.exchange.Answer.Failure;
import fr.socle.exchange.Answer.Reason;
import fr.socle.exchange.Document;
import fr.socle.exchange.Gateway;
import fr.socle.exchange.Handover;
import fr.socle.exchange.Question;
import fr.socle.exchange.decision.Decide;
import fr.socle.exchange.decision.Decision;
import fr.socle.exchange.flow.Flow;
import fr.socle.exchange.gateway.Grounds.Asked;
import fr.socle.exchange.provider.Breakers;
import fr.socle.exchange.provider.Provider;
import fr.socle.exchange.provider.ProviderAnswer;
import fr.socle.exchange.provider.ProviderClient;
import fr.socle.exchange.provider.Pulse;
import fr.socle.exchange.trace.Issue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
    private final Sources sources;
    private final Pulse pulse;
    private final Traces traces;

    /** Where answers come from: the provider, or what was kept of it. */
    @Component
    record Sources(ProviderClient client, KeptAnswers kept) {}

    LocalGateway(Grounds grounds, Breakers breakers, Sources sources, Pulse pulse, Traces traces) {
        this.grounds = grounds;
        this.breakers = breakers;
        this.sources = sources;
        this.pulse = pulse;
        this.traces = traces;
    }

    @Override
    public Answer ask(Question question) {
        var handed = handOver(question, new Remise.Opening(false));
        handed.ended(true);
        return handed.answer();
    }

    @Override
    public Handover handOver(Question question) {
        return handOver(question, new Remise.Opening(true));
    }

    private Handover handOver(Question question, Remise.Opening opening) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("an exchange holds no transaction");
        }
        var answer = answer(question, opening);
        traces.count(question.dataSet(), answer);
        return opening.with(answer, traces);
    }

    private Answer answer(Question question, Remise.Opening opening) {
        try {
            var asked = grounds.read(question);
            var decision =
                    Decide.decide(
                            asked.habilitation(),
                            asked.echange().question(),
                            asked.organisation().map(Organisation::siret),
                            asked.onCase(),
                            asked.circumstances(),
                            traces.now());
            return switch (decision) {
                case Decision.Refused(var reasons) -> refuse(asked, reasons);
                case Decision.Granted(var fields, _) -> exchange(asked, fields, opening);
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

    private Answer exchange(Asked asked, Set<String> fields, Remise.Opening opening) {
        var provider = asked.provider().orElse(null);
        if (provider == null || asked.organisation().isEmpty()) {
            return new Answer.Unavailable(asked.providerName(), Failure.NOT_HERE, SOON);
        }
        if (provider.inService()) {
            var kept = sources.kept().find(provider, asked.echange().question(), fields);
            if (kept.isPresent()) {
                traces.asked(asked.echange());
                return release(asked, provider, kept.get().found(), kept.get().keptFor(), opening);
            }
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
                                        provided(asked, provider, fields, opening)));
        return switch (answer) {
            case ProviderAnswer.Found found -> found(asked, provider, found, fields, opening);
            case ProviderAnswer.Flowing(var flow, var source) ->
                    flow(asked, provider, flow, fields, source, opening);
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

    /** What is kept for others is held whole, and so is what this house asks itself. */
    private ProviderAnswer provided(
            Asked asked, Provider provider, Set<String> fields, Remise.Opening opening) {
        var by = asked.echange().question().subject().by();
        var recipient = asked.organisation().orElseThrow().siret();
        var wanted = KeptAnswers.wanted(provider.set(), fields);
        return opening.outside() && provider.set().terms().freshness() == null
                ? sources.client().askFlowing(provider, by, recipient, wanted, traces.salt())
                : sources.client().ask(provider, by, recipient, wanted);
    }

    /** Its first byte leaves after the entry, like any other's; its digest is known at its end. */
    private Answer flow(
            Asked asked,
            Provider provider,
            Flow flow,
            Set<String> fields,
            Instant source,
            Remise.Opening opening) {
        try {
            var reference = traces.grantedFlowing(asked.echange(), fields, source);
            opening.flows(asked.echange(), provider, flow);
            var document = Document.flowing(flow, provider.set(), fields);
            return new Answer.Released(document, provider.name(), source, reference);
        } catch (DataAccessException | TransactionException noEntry) {
            flow.close();
            throw noEntry;
        }
    }

    private Answer found(
            Asked asked,
            Provider provider,
            ProviderAnswer.Found found,
            Set<String> fields,
            Remise.Opening opening) {
        return sources.kept()
                .keep(provider, asked.echange().question(), fields, found)
                .map(it -> release(asked, provider, it, null, opening))
                .orElseThrow(() -> new IllegalStateException("minimised twice, once in vain"));
    }

    private Answer release(
            Asked asked,
            Provider provider,
            ProviderAnswer.Found found,
            @Nullable Duration keptFor,
            Remise.Opening opening) {
        if (found.beyond() > 0) {
            traces.beyondContract(provider, found.beyond());
        }
        var reference = traces.granted(asked.echange(), found.document(), found.sourceTime());
        opening.leaves(asked.echange());
        return new Answer.Released(
                found.document(), provider.name(), found.sourceTime(), reference, keptFor);
    }
}
