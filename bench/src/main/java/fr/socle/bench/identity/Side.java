package fr.socle.bench.identity;

import fr.socle.bench.measure.ServerCpu;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A broker that is measured, with its PostgreSQL. Both run until it is closed. */
interface Side extends AutoCloseable {

    /** How a service is known here, and how both brokers are at the demonstration provider. */
    String CLIENT = "courtier";

    /** The step in which a service gets a token for itself. */
    String OWN_TOKEN = "ensuite, jeton du service seul (client_credentials)";

    String name();

    int port();

    List<Step> steps();

    /**
     * @param number from 0, below the number of services that were registered or loaded
     */
    Service service(int number);

    ServerCpu cpu();

    /** What its PostgreSQL counted so far. */
    DatabaseCounters database() throws SQLException, IOException, InterruptedException;

    /** Fills its tables with accounts and services that nobody uses. */
    void load(Loaded rows) throws SQLException, IOException;

    @Override
    void close();

    /** The service redeems its code. The broker's answer is the last one. */
    static Step token() {
        return Step.of(
                "jeton",
                (visit, hands) -> {
                    var service = visit.service();
                    visit.came(
                            hands.service()
                                    .post(
                                            service.issuer().token(),
                                            Map.of(),
                                            service.redemption(visit))
                                    .expect(200));
                });
    }

    /** The service reads who it is, and it is who signed in. */
    static Step userinfo() {
        return Step.of(
                "données (userinfo)",
                (visit, hands) -> {
                    var bearer = "Bearer " + text(visit.last().body(), "access_token");
                    var address = visit.service().issuer().userinfo();
                    var answer =
                            hands.service()
                                    .get(address, Map.of("Authorization", bearer))
                                    .expect(200);
                    var wanted = new Account(visit.person()).email();
                    if (!text(answer.body(), "email").equals(wanted)) {
                        throw new IOException("somebody else signed in: " + answer.body());
                    }
                });
    }

    /** The service gets a token for itself, without anybody. */
    static Step ownToken() {
        return Step.after(
                OWN_TOKEN,
                (visit, hands) -> {
                    var service = visit.service();
                    var answer =
                            hands.service()
                                    .post(service.issuer().token(), Map.of(), service.ownToken())
                                    .expect(200);
                    if (text(answer.body(), "access_token").isEmpty()) {
                        throw new IOException("no token for the service: " + answer.body());
                    }
                });
    }

    static String text(String json, String member) {
        JsonNode value = JsonMapper.shared().readTree(json).path(member);
        return value.asString("");
    }
}
