package fr.socle.bench.identity;

import fr.socle.bench.measure.Child;
import fr.socle.bench.measure.EmbeddedPostmaster;
import fr.socle.bench.measure.Home;
import fr.socle.bench.measure.Scratch;
import fr.socle.bench.measure.ServerCpu;
import fr.socle.bench.start.FirstPage;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** {@code ./socle start} with one more provider and one more service. */
final class SocleSide implements Side {

    static final String PROVIDER = "banc";

    static final String INTROSPECTION = "ensuite, introspection";
    static final String AGAIN = "ensuite, demande avec la session (SSO)";

    private static final String BASE = "/citoyens/api/v2";

    /** Because who agreed once is not asked again, and the page is what must be measured. */
    private static final String ALWAYS_SHOWN = "&prompt=consent";

    private static final String SCOPE = "openid identite_pivot email preferred_username";

    private final String name;
    private final Child node;
    private final Path data;
    private final int port;
    private final String secret;

    private SocleSide(String name, Child node, Path data, int port, String secret) {
        this.name = name;
        this.node = node;
        this.data = data;
        this.port = port;
        this.secret = secret;
    }

    /**
     * @param home of the Socle that is started; its own classes register provider and service
     * @param scratch for it alone
     */
    static SocleSide start(String name, Home home, Scratch scratch, int provider) throws Exception {
        var wanted = new Registration.Wanted(DemonstrationProvider.issuer(provider));
        var made =
                Child.measure(home, Registration.class, scratch, wanted, Registration.Made.class);
        var data = scratch.folder().resolve("data");
        int port = Home.freePort();
        var node = Child.socle(home, data, port, Map.of());
        try {
            FirstPage.await(node, port);
        } catch (IOException | InterruptedException | RuntimeException failed) {
            node.close();
            throw failed;
        }
        return new SocleSide(name, node, data, port, made.secret());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public Service service(int number) {
        var issuer = new Service.Issuer(BASE + "/authorize", BASE + "/token", BASE + "/userinfo");
        return new Service(Rows.service(number), secret, issuer, SCOPE, ALWAYS_SHOWN);
    }

    @Override
    public List<Step> steps() {
        return List.of(
                Step.of("demande (authorize)", SocleSide::ask),
                Step.of("page du choix", (visit, hands) -> open(visit, hands, 200)),
                Step.of("départ", SocleSide::choose),
                Step.atTheProvider(),
                Step.of("retour, identité vérifiée", (visit, hands) -> open(visit, hands, 303)),
                Step.of("page d’information", (visit, hands) -> open(visit, hands, 200)),
                Step.of("accord, inscrit au journal", (visit, hands) -> agree(visit, hands)),
                Side.token(),
                Side.userinfo(),
                Step.after(INTROSPECTION, SocleSide::introspect),
                Side.ownToken(),
                Step.after(AGAIN, SocleSide::askAgain));
    }

    private static void ask(Visit visit, Hands hands) throws IOException {
        visit.came(hands.browser().get(visit.service().authorize(visit), Map.of()).expect(303));
    }

    /** What came last is still the answer with the token. */
    private static void introspect(Visit visit, Hands hands) throws IOException {
        var form = visit.service().introspection(Side.text(visit.last().body(), "access_token"));
        var answer =
                hands.service().post(BASE + "/token/introspection", Map.of(), form).expect(200);
        if (!answer.body().contains("\"active\":true")) {
            throw new IOException("a token that was just given is not active: " + answer.body());
        }
    }

    /** Who is signed in, and agreed before, comes to the service at once. */
    private static void askAgain(Visit visit, Hands hands) throws IOException {
        var asked = visit.service().authorizeAgain(visit);
        var answer = hands.browser().get(asked, visit.jar().header()).expect(303);
        if (!answer.location().contains("code=")) {
            throw new IOException("the session does not lead to the service: " + answer.location());
        }
    }

    private static void open(Visit visit, Hands hands, int status) throws IOException {
        var answer = hands.browser().get(visit.last().location(), visit.jar().header());
        visit.came(answer.expect(status));
    }

    private static void choose(Visit visit, Hands hands) throws IOException {
        send(visit, hands, "/redirect-to-idp", "&idp=" + PROVIDER);
    }

    private static void agree(Visit visit, Hands hands) throws IOException {
        send(visit, hands, "/consent", "");
    }

    /** Sends the form of the page whose address ends so. */
    private static void send(Visit visit, Hands hands, String action, String more)
            throws IOException {
        Document page = Jsoup.parse(visit.last().body());
        var form = page.expectFirst("form[action$=" + action + "]");
        var data = new java.util.LinkedHashMap<String, String>();
        form.select("input[type=hidden]").forEach(it -> data.put(it.attr("name"), it.val()));
        var body = Service.encoded(data) + more;
        var answer = hands.browser().post(form.attr("action"), visit.jar().header(), body);
        visit.came(answer.expect(303));
    }

    @Override
    public ServerCpu cpu() {
        return ServerCpu.now(node.pid(), data);
    }

    @Override
    public DatabaseCounters database() throws SQLException, IOException, InterruptedException {
        try (var connection = EmbeddedPostmaster.in(data).orElseThrow().connect()) {
            return DatabaseCounters.now(connection);
        }
    }

    @Override
    public void load(Loaded rows) throws SQLException, IOException {
        try (var connection = EmbeddedPostmaster.in(data).orElseThrow().connect()) {
            Rows.run(connection, "socle.sql", rows);
        }
    }

    @Override
    public void close() {
        node.close();
    }
}
