package fr.socle.directory;

import fr.socle.PostgresTest;
import fr.socle.directory.store.AgentStore;
import fr.socle.kernel.EmailAddress;
import fr.socle.kernel.Siret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.htmlunit.BrowserVersion;
import org.htmlunit.WebClient;
import org.htmlunit.util.Cookie;
import org.jspecify.annotations.NullMarked;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.RestClient;

/** A running house, and made-up organisations and agents to try it with. */
@NullMarked
@PostgresTest
abstract class DirectoryTest {

    static final Actor SOMEONE = new Actor(Actor.Nature.CONSOLE, null, "");

    private static final AtomicInteger NUMBERS = new AtomicInteger(10_000);

    @Autowired Organisations organisations;
    @Autowired Services services;
    @Autowired Agents agents;
    @Autowired Memberships memberships;
    @Autowired Invitations invitations;
    @Autowired Directory directory;
    @Autowired Sessions sessions;
    @Autowired ApiTokens tokens;
    @Autowired AgentStore agentStore;
    @Autowired JdbcClient db;
    @LocalServerPort int port;

    /** A SIRET that no other test uses and that passes the check. */
    static String freshSiret() {
        var middle = "999%05d".formatted(NUMBERS.incrementAndGet());
        for (int key = 0; key < 10; key++) {
            for (int last = 0; last < 10; last++) {
                var siret = middle + key + "0001" + last;
                if (Siret.parse(siret) instanceof fr.socle.kernel.Parsed.Valid<Siret>) {
                    return siret;
                }
            }
        }
        throw new IllegalStateException("no SIRET starts like " + middle);
    }

    static OrganisationDraft draft(String name) {
        return new OrganisationDraft(new Siret(freshSiret()), name, OrganisationType.COMMUNE, null);
    }

    Organisation organisation(String name) {
        return done(organisations.create(SOMEONE, draft(name)));
    }

    Service service(Organisation where, String name) {
        return done(services.create(SOMEONE, where.id(), new ServiceDraft(name, null)));
    }

    Agent agent(String name, Organisation where, String... roles) {
        var agent = new Agent(new AgentId(UUID.randomUUID()), name, null, true, false, 1);
        agentStore.insert(agent, Instant.now());
        agentStore.bind("urn:test", agent.id().toString(), agent.id(), Instant.now());
        done(
                memberships.join(
                        SOMEONE,
                        agent.id(),
                        where.id(),
                        new MembershipDraft(List.of(roles), List.of())));
        return agent;
    }

    Invitation invitation(Organisation where, String... roles) {
        return done(
                invitations.invite(
                        SOMEONE,
                        where.id(),
                        new InvitationDraft(
                                "Personne Inventée",
                                new EmailAddress("inventee", "example.fr"),
                                List.of(roles),
                                List.of())));
    }

    /** Gives the invitation a secret that the test knows. */
    String secretOf(Invitation invitation) {
        var secret = UUID.randomUUID().toString();
        db.sql("UPDATE directory.invitation SET secret_hash = :hash WHERE id = :id")
                .param("hash", Secrets.hash(secret))
                .param("id", invitation.id().value())
                .update();
        return secret;
    }

    static <T> T done(Change<T> change) {
        if (change instanceof Change.Done<T>(var value)) {
            return value;
        }
        throw new AssertionError("not done: " + change);
    }

    /** A browser without scripts. */
    WebClient browser() {
        var browser = new WebClient(BrowserVersion.CHROME);
        browser.getOptions().setJavaScriptEnabled(false);
        browser.getOptions().setCssEnabled(false);
        browser.getOptions().setThrowExceptionOnFailingStatusCode(false);
        return browser;
    }

    WebClient browserOf(Agent agent, Organisation where) {
        var browser = browser();
        var secret = sessions.open(agent.id(), where.id()).orElseThrow();
        browser.getCookieManager()
                .addCookie(new Cookie("localhost", SessionCookie.NAME, secret, "/", null, false));
        return browser;
    }

    String address(String path) {
        return "http://localhost:" + port + path;
    }

    /** Calls with every right. */
    RestClient api() {
        return apiWith(tokens.createForOperator("essai", Duration.ofHours(1)));
    }

    RestClient apiWith(String token) {
        return RestClient.builder()
                .baseUrl(address(""))
                .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .defaultStatusHandler(_ -> true, (_, _) -> {})
                .build();
    }
}
