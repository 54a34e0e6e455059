package fr.socle.citoyen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import fr.socle.directory.Actor;
import fr.socle.directory.Change;
import fr.socle.directory.Secrets;
import fr.socle.directory.store.EntrepriseStore;
import fr.socle.exchange.access.ConsumerDraft;
import fr.socle.exchange.access.Consumers;
import fr.socle.exchange.provider.Providers;
import fr.socle.habilitations.Habilitation.RequesterKind;
import fr.socle.habilitations.HabilitationId;
import fr.socle.habilitations.Habilitations;
import fr.socle.habilitations.demande.Complements;
import fr.socle.habilitations.demande.Contact;
import fr.socle.habilitations.demande.Contenu;
import fr.socle.habilitations.demande.Cote;
import fr.socle.habilitations.demande.Demandes;
import fr.socle.habilitations.demande.Motivation;
import fr.socle.habilitations.demande.Ordre;
import fr.socle.kernel.Parsed;
import fr.socle.kernel.Siren;
import fr.socle.kernel.Siret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.htmlunit.WebClient;
import org.htmlunit.WebResponse;
import org.htmlunit.util.Cookie;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A running house, and a made-up register of companies over real HTTP that says what a test wants.
 */
abstract class EntrepriseHouse extends RealHouse {

    static final String FILE = "/mon-entreprise";

    /** The one company that the made-up Sirene knows. */
    static final Siren KNOWN = new Siren("987654324");

    private static final AtomicInteger NUMBERS = new AtomicInteger(90_000_000);

    @Autowired Consumers consumers;
    @Autowired Habilitations habilitations;
    @Autowired Demandes demandes;
    @Autowired EntrepriseStore accounts;
    @Autowired Providers providers;

    final Siren company = freshSiren();
    final AtomicInteger asked = new AtomicInteger();
    private final HttpServer register = server();
    private volatile int status = 200;
    private volatile String answer = "";

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
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
    private void lies(@Nullable String base, boolean demonstration) {
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
        return new Cookie("localhost", "socle_compte_professionnel", secret, FILE, null, false);
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
                page(browser, path).<org.htmlunit.html.HtmlAnchor>getByXPath("//main//li//p/a")) {
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

    /** An existing client of API Entreprise asks about a company. */
    int obtained(Siren siren) throws Exception {
        var city = organisation(CITY);
        var contact = new Contact("Essai", "dpo@essai.example");
        var content =
                new Contenu(
                        "Essai de marché",
                        "Vérifier un candidat d’essai.",
                        "Délibération d’essai",
                        "",
                        Map.of(
                                "unites-legales",
                                Set.of("personne_morale_attributs.raison_sociale")),
                        Set.of(RequesterKind.AUTOMATE, RequesterKind.AUTOMATE_SANS_DOSSIER),
                        12,
                        12,
                        contact,
                        contact,
                        Motivation.NONE,
                        new Complements(Set.of(), Contact.NONE, Contact.NONE, "", "", null));
        var made =
                done(demandes.submit(Actor.CONSOLE, city.id(), HabilitationId.fresh(), content))
                        .dossier();
        done(
                demandes.act(
                        Actor.CONSOLE,
                        Cote.INSTRUCTEUR,
                        made.id(),
                        new Ordre.Accorder(),
                        made.version()));
        var ground = new ConsumerDraft.Ground.Held(habilitations.find(made.id()).orElseThrow());
        var draft = new ConsumerDraft(ground, "Logiciel d’essai", List.of(), null, 12);
        var token = consumers.issue(Actor.CONSOLE, draft).token().orElseThrow();
        var address =
                "/v4/insee/sirene/unites_legales/"
                        + siren.value()
                        + "?context=marches&object=marche%2042&recipient="
                        + CITY;
        var request =
                HttpRequest.newBuilder(URI.create(url(address)))
                        .header("Authorization", "Bearer " + token)
                        .build();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
        }
    }

    private static <T> T done(Change<T> change) {
        if (change instanceof Change.Done<T>(var value)) {
            return value;
        }
        throw new AssertionError("not done: " + change);
    }

    List<String> linesOnceThere(WebClient browser) {
        return await().atMost(Duration.ofSeconds(15))
                .until(() -> lines(browser, FILE + "/usages?sorte=echanges"), it -> !it.isEmpty());
    }

    /** The line whose page says these words: other tests ask about the same company. */
    String lineSaying(WebClient browser, String words) {
        return await().atMost(Duration.ofSeconds(15))
                .until(
                        () -> {
                            for (var line : linesOnceThere(browser)) {
                                if (page(browser, line).asNormalizedText().contains(words)) {
                                    return line;
                                }
                            }
                            return "";
                        },
                        it -> !it.isEmpty());
    }

    WebResponse pressed(WebClient browser, String page, String action) throws IOException {
        return formTo(page(browser, FILE + page), FILE + action)
                .<org.htmlunit.html.HtmlElement>getFirstByXPath(".//button")
                .click()
                .getWebResponse();
    }
}
