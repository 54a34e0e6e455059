package fr.socle.bench.identity;

import fr.socle.bench.measure.Home;
import fr.socle.bench.measure.Scratch;
import fr.socle.bench.measure.ServerCpu;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jsoup.Jsoup;

/** Keycloak as a broker of the same provider. A returning person sees its page of choice only. */
final class KeycloakSide implements Side {

    private static final String BASE =
            "/realms/" + KeycloakAdmin.REALM + "/protocol/openid-connect";
    private static final String HEAP = "-Xms64m -Xmx1g";
    private static final int REDIRECTS = 8;
    private static final int PATIENCE_SECONDS = 60;

    private final KeycloakDatabase database;
    private final Process process;
    private final int port;
    private final Thread atExit;

    private KeycloakSide(KeycloakDatabase database, Process process, int port) {
        this.database = database;
        this.process = process;
        this.port = port;
        this.atExit = new Thread(this::end);
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    static KeycloakSide start(Home home, Scratch scratch, int provider) throws Exception {
        var program = KeycloakHome.of(home);
        var database = KeycloakDatabase.start(scratch.folder().resolve("keycloak"));
        int port = Home.freePort();
        var log = scratch.folder().resolve("keycloak.log");
        var process = program.start(port, database.url(), environment(), log);
        var side = new KeycloakSide(database, process, port);
        try {
            var admin = new KeycloakAdmin(port);
            admin.await(process, log);
            admin.setUp(provider);
            return side;
        } catch (IOException | InterruptedException failed) {
            side.close();
            throw failed;
        }
    }

    private static Map<String, String> environment() {
        return Map.of(
                "KC_DB_USERNAME",
                "postgres",
                "KC_DB_PASSWORD",
                "postgres",
                "KC_BOOTSTRAP_ADMIN_USERNAME",
                KeycloakAdmin.USER,
                "KC_BOOTSTRAP_ADMIN_PASSWORD",
                KeycloakAdmin.PASSWORD,
                "JAVA_OPTS_KC_HEAP",
                HEAP);
    }

    @Override
    public String name() {
        return "Keycloak " + KeycloakHome.VERSION;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public Service service(int number) {
        var issuer = new Service.Issuer(BASE + "/auth", BASE + "/token", BASE + "/userinfo");
        return new Service(
                Rows.service(number), KeycloakAdmin.SECRET, issuer, "openid profile email", "");
    }

    @Override
    public List<Step> steps() {
        return List.of(
                Step.of("demande et page du choix", KeycloakSide::ask),
                Step.of("départ", KeycloakSide::choose),
                Step.atTheProvider(),
                Step.of("retour", KeycloakSide::back),
                Side.token(),
                Side.userinfo(),
                Side.ownToken());
    }

    private static void ask(Visit visit, Hands hands) throws IOException {
        visit.came(hands.browser().get(visit.service().authorize(visit), Map.of()).expect(200));
    }

    private static void choose(Visit visit, Hands hands) throws IOException {
        var link = Jsoup.parse(visit.last().body()).expectFirst("a#social-" + KeycloakAdmin.ALIAS);
        var answer = hands.browser().get(link.attr("href"), visit.jar().header());
        visit.came(answer.expect(302, 303));
    }

    /** A newcomer is led past the pages of a first sign-in, which have nothing to ask. */
    private static void back(Visit visit, Hands hands) throws IOException {
        for (var hop = 0; hop < REDIRECTS; hop++) {
            var answer = hands.browser().get(visit.last().location(), visit.jar().header());
            visit.came(answer.expect(302, 303));
            if (answer.location().startsWith(Service.RETURN)) {
                return;
            }
        }
        throw new IOException("the way back does not end");
    }

    @Override
    public ServerCpu cpu() {
        return database.cpu(java().pid());
    }

    /** Its script waits for the server, which is what counts. */
    private ProcessHandle java() {
        return process.descendants()
                .filter(it -> it.info().command().orElse("").endsWith("/java"))
                .findFirst()
                .orElseGet(process::toHandle);
    }

    @Override
    public DatabaseCounters database() throws SQLException, InterruptedException {
        try (var connection = database.connect()) {
            return DatabaseCounters.now(connection);
        }
    }

    @Override
    public void load(Loaded rows) throws SQLException, IOException {
        try (var connection = database.connect()) {
            Rows.run(connection, "keycloak.sql", rows);
        }
    }

    @Override
    public void close() {
        end();
        Runtime.getRuntime().removeShutdownHook(atExit);
    }

    private void end() {
        try {
            java().destroy();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                java().destroyForcibly();
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            database.close();
        }
    }
}
