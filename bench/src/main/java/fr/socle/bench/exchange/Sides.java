package fr.socle.bench.exchange;

import fr.socle.bench.page.HttpConnection;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Who is measured.
 *
 * @param peers the provider, asked directly, and what else stands before it
 */
record Sides(Gateway gateway, List<Peer> peers, Registration.Made made) {

    /**
     * @param data where its PostgreSQL works
     */
    record Gateway(long pid, Path data, int port) {}

    /** Whole exchanges. */
    Traffic exchanges(ExchangePlan plan) {
        return gateway(plan, made.token(), made.recipient(), 200);
    }

    /** Those that the decision refuses: everything but the provider, with one entry. */
    Traffic refusals(ExchangePlan plan) {
        return gateway(plan, made.refused(), made.recipient(), 403);
    }

    /** Those with a wrong parameter: the token and the turnstile. */
    Traffic mistakes(ExchangePlan plan) {
        return gateway(plan, made.token(), "1", 422);
    }

    /** Those without a right token: the web server alone. */
    Traffic strangers(ExchangePlan plan) {
        return gateway(plan, "x", made.recipient(), 401);
    }

    Traffic direct(ExchangePlan plan, Peer peer) {
        return traffic(plan, peer.port(), "", made.recipient(), 200);
    }

    private Traffic gateway(ExchangePlan plan, String token, String recipient, int status) {
        return traffic(
                plan, gateway.port(), "Authorization: Bearer " + token + "\r\n", recipient, status);
    }

    private static Traffic traffic(
            ExchangePlan plan, int port, String headers, String recipient, int status) {
        List<byte[]> questions =
                IntStream.range(0, plan.people())
                        .mapToObj(Family::new)
                        .map(
                                it ->
                                        Registration.PATH
                                                + "/identite?recipient="
                                                + recipient
                                                + "&"
                                                + it.query())
                        .map(it -> HttpConnection.request(port, it, headers))
                        .toList();
        return new Traffic(port, questions, plan.callers(), status);
    }
}
