package fr.socle.exchange.provider;

import fr.socle.exchange.Answer.Failure;
import fr.socle.exchange.Document;
import fr.socle.exchange.dataset.Minimiser;
import fr.socle.exchange.flow.Gathering;
import fr.socle.exchange.flow.Gathering.Overflow;
import fr.socle.exchange.provider.ProviderHttp.Reading;
import fr.socle.exchange.provider.ProviderHttp.Reply;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.jspecify.annotations.Nullable;

/** Reads a provider's answer while it comes, and copies from it what may leave. */
record AnswerReading(ErrorReading errors, Clock clock) {

    private static final int LARGEST_ERROR = 1_000_000;

    /**
     * @param fields the codes of the fields of which the answer is kept
     * @param salt null: what is larger than is held is refused
     */
    Reading<ProviderAnswer> minimised(
            Provider provider,
            Set<String> fields,
            byte @Nullable [] salt,
            HttpUriRequestBase request) {
        return (reply, body, early) -> {
            if (reply.status() != 200) {
                return errors.read(reply.with(body, LARGEST_ERROR));
            }
            var source = sourceTime(reply);
            var gathering =
                    new Gathering(
                            salt == null
                                    ? null
                                    : new Overflow(
                                            salt,
                                            it ->
                                                    early.accept(
                                                            new ProviderAnswer.Flowing(
                                                                    it, source))));
            try {
                var copy = Minimiser.copy(body, gathering, provider.set(), fields);
                var answer = minimised(copy, gathering, provider, source);
                if (answer instanceof ProviderAnswer.Failed) {
                    early.accept(answer);
                    // because the client would read on to the end, to use the connection again
                    request.abort();
                }
                return answer;
            } finally {
                gathering.cut();
            }
        };
    }

    private static ProviderAnswer minimised(
            Minimiser.Copy copy, Gathering gathering, Provider provider, Instant source)
            throws IOException {
        return switch (copy) {
            case Minimiser.Copy.Done(var kept, var beyond) -> {
                gathering.end(kept, beyond);
                yield new ProviderAnswer.Found(
                        new Document(
                                gathering.flows() ? new byte[0] : gathering.bytes(),
                                provider.set(),
                                kept),
                        beyond,
                        source);
            }
            case Minimiser.Copy.Broken(var where) ->
                    new ProviderAnswer.Failed(
                            Failure.LYING, "contract broken at " + where, ErrorReading.SOON);
        };
    }

    private Instant sourceTime(Reply reply) {
        return reply.header("Date").flatMap(ErrorReading::httpDate).orElseGet(clock::instant);
    }
}
