package fr.socle.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.socle.PostgresTest;
import fr.socle.SignsIn;
import fr.socle.identity.federation.Client;
import fr.socle.identity.federation.Clients;
import fr.socle.identity.federation.Federation;
import fr.socle.identity.federation.Held;
import fr.socle.identity.federation.OurClients;
import fr.socle.identity.federation.SignIns;
import fr.socle.identity.sso.Consents;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.htmlunit.html.HtmlPage;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What a person agreed to stands on a page of theirs, from which they take it back. */
@NullMarked
@PostgresTest
class AgreementsTests {

    private static final String SETTINGS = "/mes-connexions/reglages";
    private static final String AGREEMENTS = "/mes-connexions/accords/";
    private static final String SCOPE = "openid identite_pivot email offline_access";
    private static final Duration SOON = Duration.ofSeconds(20);

    @LocalServerPort int port;
    @Autowired Clients clients;
    @Autowired Consents consents;
    @Autowired SignIns signIns;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient db;

    private final String id = "essai-" + UUID.randomUUID();

    private RelyingParty service() {
        var client =
                new Client(
                        id,
                        Federation.CITOYENS,
                        "Service " + id,
                        "Commune d’essai",
                        id,
                        List.of(RelyingParty.REDIRECT),
                        List.of(),
                        Set.of(SCOPE.split(" ")),
                        true,
                        true);
        return new RelyingParty(
                "http://localhost:" + port + "/citoyens/api/v2",
                id,
                clients.register(client).orElseThrow());
    }

    private static String authorize(RelyingParty service) {
        var parameters = service.parameters();
        parameters.put("scope", SCOPE);
        return service.authorize(parameters);
    }

    /** Agrees, in the browser of who is signed in already, and exchanges the code. */
    private static RelyingParty.Answer agree(OwnPages who, RelyingParty service)
            throws IOException {
        var visit = new Visit(who.browser);
        try {
            var consent = visit.open(authorize(service)).page();
            var code = visit.press(consent, "Continuer vers").code();
            return service.token(service.tokenForm(code));
        } finally {
            who.browser.getOptions().setRedirectEnabled(true);
        }
    }

    private static int refresh(RelyingParty service, String token) {
        var form = service.tokenForm("");
        Stream.of("code", "redirect_uri", "code_verifier").forEach(form::remove);
        form.put("grant_type", "refresh_token");
        form.put("refresh_token", token);
        return service.token(form).status();
    }

    @Test
    void whatIsTakenBackEndsEveryTokenIsToldAndIsAskedAgain() throws IOException {
        try (var who = new OwnPages(port).signIn("Livia Fittizia")) {
            var service = service();
            var tokens = agree(who, service);
            HtmlPage ask = who.page(SETTINGS).getAnchorByHref(AGREEMENTS + id).click();
            assertThat(ask.asNormalizedText())
                    .contains("Retirer votre accord à « Service " + id, "Donné le")
                    .contains("Nom de naissance", "Adresse électronique", "Commune d’essai");
            assertThat(service.userinfo(tokens.text("access_token")).status()).isEqualTo(200);

            var done = SignsIn.press(ask, "Retirer mon accord");
            assertThat(done.getUrl().getPath()).isEqualTo(SETTINGS);
            assertThat(done.asNormalizedText()).contains("Votre accord est retiré");
            assertThat(hrefs(done)).doesNotContain(AGREEMENTS + id);
            assertThat(service.userinfo(tokens.text("access_token")).status()).isEqualTo(401);
            assertThat(refresh(service, tokens.text("refresh_token"))).isEqualTo(400);
            assertThat(OwnPages.letters(db, "corse", "identity.reglages"))
                    .anyMatch(it -> it.contains("Accord retiré : Service " + id));
            await().atMost(SOON)
                    .untilAsserted(
                            () ->
                                    assertThat(who.text("/mes-connexions?sorte=reglages"))
                                            .contains("Accord retiré à « Service " + id));
            var again = new Visit(who.browser).open(authorize(service)).page();
            assertThat(again.asNormalizedText()).contains("Vous allez partager");
        }
    }

    private static List<String> hrefs(HtmlPage page) {
        return page.getAnchors().stream().map(it -> it.getHrefAttribute()).toList();
    }

    @Test
    void nobodyTakesBackWhatAnotherAgreedTo() throws IOException {
        try (var owner = new OwnPages(port).signIn("Téa Supposée");
                var other = new OwnPages(port).signIn("Octave Jadis");
                var stranger = new OwnPages(port)) {
            var service = service();
            var tokens = agree(owner, service);
            assertThat(other.status(AGREEMENTS + id)).isEqualTo(404);
            assertThat(stranger.page(AGREEMENTS + id).getUrl().getPath()).isEqualTo("/connexion");
            var own = other.page(AGREEMENTS + OurClients.USAGERS);
            for (var wrong : List.of(id, "inconnu", "x".repeat(101), "%00")) {
                var form = OwnPages.form(own, AGREEMENTS + OurClients.USAGERS + "/retrait");
                form.setActionAttribute(AGREEMENTS + wrong + "/retrait");
                assertThat(OwnPages.send(form).getWebResponse().getStatusCode())
                        .as(wrong)
                        .isIn(400, 404);
                form.setActionAttribute(AGREEMENTS + OurClients.USAGERS + "/retrait");
            }
            assertThat(service.userinfo(tokens.text("access_token")).status()).isEqualTo(200);
            assertThat(owner.status(AGREEMENTS + id)).isEqualTo(200);
        }
    }

    @Test
    void aFormWithoutItsTokenTakesNothingBack() throws IOException {
        try (var who = new OwnPages(port).signIn("Gaspard Suppose")) {
            var service = service();
            agree(who, service);
            var form = OwnPages.form(who.page(AGREEMENTS + id), AGREEMENTS + id + "/retrait");
            form.getInputByName("_csrf").setValue("faux");
            assertThat(OwnPages.send(form).getWebResponse().getStatusCode()).isEqualTo(403);
            assertThat(who.status(AGREEMENTS + id)).isEqualTo(200);
        }
    }

    @Test
    void ofPressesThatComeAgainOrAtOnceOneTakesItBack() throws Exception {
        try (var one = new OwnPages(port).signIn("Maëlys");
                var two = new OwnPages(port).signIn("Maëlys")) {
            var service = service();
            agree(one, service);
            var pages = List.of(one.page(AGREEMENTS + id), two.page(AGREEMENTS + id));
            var presses =
                    pages.stream()
                            .map(it -> CompletableFuture.supplyAsync(() -> take(it)))
                            .toList();
            var answers = presses.stream().map(CompletableFuture::join).toList();
            assertThat(answers).containsExactlyInAnyOrder(200, 404);
            assertThat(take(pages.getFirst())).as("once more").isEqualTo(404);
            assertThat(OwnPages.letters(db, "particule", "identity.reglages"))
                    .filteredOn(it -> it.contains(id))
                    .hasSize(1);
        }
    }

    private static int take(HtmlPage page) {
        try {
            return SignsIn.press(page, "Retirer mon accord").getWebResponse().getStatusCode();
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    @Test
    void whoTakesItBackFromTheseVeryPagesLeavesThem() throws IOException {
        try (var who = new OwnPages(port).signIn("Ariane Fictif")) {
            var page = who.page(AGREEMENTS + OurClients.USAGERS);
            assertThat(page.asNormalizedText()).contains("Vous serez déconnecté de ces pages");
            SignsIn.press(page, "Retirer mon accord");
            assertThat(who.page("/mes-connexions").getUrl().getPath()).isEqualTo("/connexion");
            var back = who.page("/connexion/usager");
            assertThat(back.asNormalizedText()).contains("Vous allez partager");
            assertThat(SignsIn.accept(back).asNormalizedText()).contains("Ariane Fictif");
        }
    }

    /** A sign-in that a session carries must not outrun the person who takes the yes back. */
    @Test
    void aYesIsNotTakenBackWhileASignInRestsOnItAndCarriesNoneAfterwards() throws Exception {
        try (var who = new OwnPages(port).signIn("Anatole")) {
            var service = service();
            var visit = new Visit(who.browser);
            var consent = visit.open(authorize(service)).page();
            var held = signIns.waiting(consent.getUrl().getPath().split("/")[5]).orElseThrow();
            assertThat(holds(held)).isFalse();
            visit.press(consent, "Continuer vers").code();
            var withdrawing = new CompletableFuture<Boolean>();
            transaction.executeWithoutResult(
                    _ -> {
                        assertThat(consents.stillHolds(client(), held.request(), held.person()))
                                .isTrue();
                        withdrawing.completeAsync(
                                () -> consents.withdraw(Objects.requireNonNull(held.person()), id));
                        assertThat(withdrawing)
                                .matches(it -> !isDoneWithin(it, Duration.ofMillis(400)));
                    });
            assertThat(withdrawing.get(10, TimeUnit.SECONDS)).isTrue();
            assertThat(holds(held)).isFalse();
        }
    }

    private static boolean isDoneWithin(CompletableFuture<?> one, Duration patience) {
        try {
            one.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (java.util.concurrent.TimeoutException waits) {
            return false;
        } catch (InterruptedException | java.util.concurrent.ExecutionException failed) {
            throw new AssertionError(failed);
        }
    }

    private boolean holds(Held held) {
        return Boolean.TRUE.equals(
                transaction.execute(
                        _ -> consents.stillHolds(client(), held.request(), held.person())));
    }

    private Client client() {
        return clients.find(id).orElseThrow();
    }
}
