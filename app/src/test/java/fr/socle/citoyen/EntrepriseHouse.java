package fr.socle.citoyen;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import fr.socle.directory.Secrets;
import fr.socle.directory.store.EntrepriseStore;
import fr.socle.exchange.provider.Providers;
import fr.socle.kernel.Parsed;
import fr.socle.kernel.Siren;
import fr.socle.kernel.Siret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.htmlunit.WebClient;
import org.htmlunit.util.Cookie;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A running house, and a made-up register of companies over real HTTP that says what a test wants. */
abstract class EntrepriseHouse extends RealHouse {

    static final String FILE = "/mon-entreprise";

    private static final AtomicInteger NUMBERS = new AtomicInteger(90_000_000);

    @Autowired EntrepriseStore accounts;
    @Autowired Providers providers;

    final Siren company = freshSiren();
    final AtomicInteger asked = new AtomicInteger();
    private final HttpServer register = server();
    private volatile int status = 200;
    private volatile String answer = "";

    private static HttpServer server() {
        try {
            return HttpServer.create(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    @BeforeEach
    void openRegister() {
        register.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        register.createContext(
                "/",
                exchange -> {
                    asked.incrementAndGet();
                    var bytes = answer.getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().add("Content-Type", "application/json");
                    exchange.sendResponseHeaders(status, bytes.length);
                    exchange.getResponseBody().write(bytes);
                    exchange.close();
                });
        register.start();
        lies("http://localhost:" + register.getAddress().getPort(), false);
        names(person("GERANT", "EXEMPLAIRE", "LEA", "1990-03-14"));
    }

    @AfterEach
    void closeRegister() {
        register.stop(0);
        lies(null, true);
    }

    /** Where the register of this house is asked. */
    private void lies(String base, boolean demonstration) {
        db.sql(
                        """
                        UPDATE exchange.provider
                           SET base_url = :base, demonstration = :demonstration, version = version + 1
                         WHERE code = 'mandataires-sociaux'
                        """)
                .param("base", base)
                .param("demonstration", demonstration)
                .update();
        providers.forget();
    }

    /** The register names these from now on, whatever the company. */
    void names(String... persons) {
        says(200, "{\"data\":[" + String.join(",", persons) + "],\"links\":{},\"meta\":{}}");
    }

    void says(int status, String body) {
        this.status = status;
        answer = body;
    }

    static String person(String function, String family, String given, String born) {
        return """
        {"data":{"type":"personne_physique","fonction":"%s","nom":"%s","prenom":"%s",
         "date_naissance":"%s"},"links":{},"meta":{}}"""
                .formatted(function, family, given, born);
    }

    /** A usager who also signed in with an account of this company. */
    WebClient representative(String name, Siren of) throws IOException {
        var browser = usager(name);
        browser.getCookieManager().addCookie(account(of, Instant.now().plusSeconds(600)));
        return browser;
    }

    Cookie account(Siren of, Instant expires) {
        var secret = UUID.randomUUID().toString();
        accounts.open(Secrets.hash(secret), siret(of), expires);
        return new Cookie(
                "localhost", "socle_compte_professionnel", secret, FILE, null, false);
    }

    /** As after a quarter of an hour. */
    void lapse() {
        db.sql("UPDATE citoyen.representation SET at = at - interval '16 minutes'").update();
    }

    void shows(WebClient browser, String path, String... words) throws IOException {
        assertThat(page(browser, path).asNormalizedText()).contains(words);
    }

    List<String> lines(WebClient browser, String path) throws IOException {
        var paths = new ArrayList<String>();
        for (org.htmlunit.html.HtmlAnchor it :
                page(browser, path)
                        .<org.htmlunit.html.HtmlAnchor>getByXPath("//main//li//p/a")) {
            if (it.getHrefAttribute().contains("/usages/")) {
                paths.add(it.getHrefAttribute());
            }
        }
        return paths;
    }

    private static Siret siret(Siren of) {
        for (int last = 0; last < 10; last++) {
            if (Siret.parse(of.value() + "0001" + last) instanceof Parsed.Valid<Siret>(var it)) {
                return it;
            }
        }
        throw new IllegalStateException("no establishment of " + of);
    }

    static Siren freshSiren() {
        var start = Integer.toString(NUMBERS.incrementAndGet());
        for (int last = 0; last < 10; last++) {
            if (Siren.parse(start + last) instanceof Parsed.Valid<Siren>(var it)) {
                return it;
            }
        }
        throw new IllegalStateException("no SIREN starts like " + start);
    }
}
