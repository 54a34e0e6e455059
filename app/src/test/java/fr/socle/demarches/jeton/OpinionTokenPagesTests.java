package fr.socle.demarches.jeton;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.BlindClient;
import fr.socle.demarches.DemarcheId;
import fr.socle.demarches.OpinionKeys;
import fr.socle.demarches.OpinionQuarter;
import fr.socle.demarches.dossier.DossierHouse;
import fr.socle.notifications.outbox.Lease;
import fr.socle.notifications.outbox.Outbox;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.htmlunit.HttpMethod;
import org.htmlunit.WebClient;
import org.htmlunit.WebRequest;
import org.htmlunit.WebResponse;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.util.NameValuePair;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The two ways to a token, through the pages of a decided dossier. */
@NullMarked
class OpinionTokenPagesTests extends DossierHouse {

    private static final Pattern LINK = Pattern.compile("/avis/([A-Za-z0-9_-]{43})");

    @Autowired OpinionKeys keys;
    @Autowired OpinionTokens tokens;
    @Autowired NightRound night;
    @Autowired Outbox outbox;
    @Autowired TransactionTemplate transaction;
    @Autowired Clock clock;

    private final UUID person = UUID.randomUUID();
    private WebClient browser = browser();
    private String dossier = "";
    private String csrf = "";

    @BeforeEach
    void aDecidedDossier() throws Exception {
        db().sql("UPDATE demarches.jeton_avis_ronde SET day = current_date + 1").update();
        browser = usager(person);
        dossier = idOf(deposited(browser));
        decide(dossier);
        csrf = formTo(page(), "/avis").getInputByName("_csrf").getValue();
    }

    @Test
    void theTokenComesByLetterOnceAndNothingOfItStays() throws Exception {
        assertThat(page().asNormalizedText()).contains("Recevoir le lien par courriel");
        HtmlPage asked = press(formTo(page(), "/avis"), "Recevoir");
        assertThat(asked.asNormalizedText()).contains("Le lien part cette nuit");
        round();
        round();
        assertThat(page().asNormalizedText()).contains("Votre jeton vous a été remis");
        var letters = letters();
        assertThat(letters).hasSize(1);
        var found = LINK.matcher(letters.getFirst());
        assertThat(found.find()).isTrue();
        var path = found.group();
        HtmlPage form = browser().getPage(address(path));
        assertThat(form.asNormalizedText()).contains("Question 1 sur 4");
        send();
        assertThat(letters()).as("the text is erased as it leaves").containsExactly("");
    }

    @Test
    void aBlindSignatureOpensOneOpinionAndIsGivenOnce() throws Exception {
        var quarter = OpinionQuarter.now(clock);
        var key = tokens.key(demarche()).key();
        var prefix = BlindClient.random(32);
        var client = BlindClient.fresh(key, BlindClient.message(prefix, demarche(), quarter));
        var answer = ask(dossier, quarter.code(), base64(client.blinded()));
        assertThat(answer.getStatusCode()).isEqualTo(200);
        assertThat(answer.getResponseHeaderValue("Cache-Control")).contains("no-store");
        var signed = answer.getContentAsString().replaceAll(".*\"signature\":\"([^\"]*)\".*", "$1");
        var token =
                BlindClient.token(
                        prefix,
                        demarche(),
                        quarter,
                        client.unveiled(Base64.getUrlDecoder().decode(signed)));
        HtmlPage form = browser().getPage(address("/avis/" + token));
        assertThat(form.asNormalizedText()).contains("Question 1 sur 4");
        assertThat(status(browser(), "/avis/" + otherPrefix(token))).isEqualTo(404);
        var again = ask(dossier, quarter.code(), base64(client.blinded()));
        assertThat(again.getStatusCode()).isEqualTo(409);
        assertThat(again.getContentAsString()).contains("demarches.jeton.refused.given");
        assertThat(page().asNormalizedText()).contains("Votre jeton vous a été remis");
    }

    @Test
    void whatIsNoNumberOrOfAnotherQuarterIsRefusedAndCostsNothing() throws Exception {
        var quarter = OpinionQuarter.now(clock);
        var key = tokens.key(demarche()).key();
        var modulus = key.getModulus().toByteArray();
        var tooBig = base64(java.util.Arrays.copyOfRange(modulus, 1, modulus.length));
        for (var wrong :
                List.of(
                        "",
                        "!!!",
                        "====",
                        base64(new byte[256]),
                        base64(new byte[3]),
                        tooBig,
                        "A".repeat(5000))) {
            assertThat(ask(dossier, quarter.code(), wrong).getStatusCode())
                    .as(wrong)
                    .isEqualTo(422);
        }
        var good = base64(BlindClient.fresh(key, new byte[1]).blinded());
        for (var wrong : List.of("", "2026", quarter.previous().code(), "2026-T9")) {
            assertThat(ask(dossier, wrong, good).getStatusCode()).as(wrong).isEqualTo(409);
        }
        assertThat(ask(dossier, quarter.code(), good, good).getStatusCode()).isEqualTo(422);
        assertThat(page().asNormalizedText()).contains("Recevoir le lien par courriel");
    }

    @Test
    void aDossierOfSomebodyElseOrUndecidedGivesNoToken() throws Exception {
        var quarter = OpinionQuarter.now(clock).code();
        var good = base64(BlindClient.fresh(tokens.key(demarche()).key(), new byte[1]).blinded());
        var waiting = idOf(deposited(browser));
        assertThat(ask(waiting, quarter, good).getStatusCode()).isEqualTo(404);
        assertThat(status(browser, "/mes-dossiers/" + waiting)).isEqualTo(200);
        var other = usager(UUID.randomUUID());
        var theirs = idOf(deposited(other));
        decide(theirs);
        assertThat(ask(theirs, quarter, good).getStatusCode()).isEqualTo(404);
        var forged = request("/mes-dossiers/" + dossier + "/avis/signature");
        forged.setRequestParameters(List.of(new NameValuePair("trimestre", quarter)));
        assertThat(browser.loadWebResponse(forged).getStatusCode())
                .as("no form token")
                .isEqualTo(403);
    }

    @Test
    void theKeyIsOneForEverybodyAndAsksNobodyWhoHeIs() throws Exception {
        var path = "/avis/cles/" + demarche();
        var stranger = browser().getPage(address(path)).getWebResponse();
        var known = browser.getPage(address(path)).getWebResponse();
        assertThat(stranger.getStatusCode()).isEqualTo(200);
        assertThat(stranger.getContentAsString())
                .isEqualTo(known.getContentAsString())
                .contains(OpinionQuarter.now(clock).code(), "\"e\":\"AQAB\"");
        assertThat(status(browser(), "/avis/cles/" + UUID.randomUUID())).isEqualTo(404);
        assertThat(status(browser(), "/avis/cles/rien")).isEqualTo(404);
    }

    @Test
    void nobodySignsForAQuarterThatIsOver() {
        var past = OpinionQuarter.now(clock).previous();
        var store = (SigningKeys) keys;
        store.findOrMake(demarche(), past);
        assertThat(store.secret(demarche(), past)).isPresent();
        round();
        assertThat(store.secret(demarche(), past)).isEmpty();
        assertThat(store.find(demarche(), past)).as("its tokens stay good").isPresent();
    }

    private void round() {
        transaction.executeWithoutResult(_ -> night.make());
    }

    private WebResponse ask(String id, String quarter, String... blinded) throws Exception {
        var request = request("/mes-dossiers/" + id + "/avis/signature");
        var parameters = new ArrayList<NameValuePair>();
        parameters.add(new NameValuePair("_csrf", csrf));
        parameters.add(new NameValuePair("trimestre", quarter));
        for (var it : blinded) {
            parameters.add(new NameValuePair("aveugle", it));
        }
        request.setRequestParameters(parameters);
        return browser.loadWebResponse(request);
    }

    private WebRequest request(String path) throws Exception {
        return new WebRequest(URI.create(address(path)).toURL(), HttpMethod.POST);
    }

    private HtmlPage page() throws Exception {
        return browser.getPage(address("/mes-dossiers/" + dossier));
    }

    private DemarcheId demarche() {
        return new DemarcheId(
                db().sql("SELECT demarche FROM demarches.dossier WHERE id = :id")
                        .param("id", UUID.fromString(dossier))
                        .query(UUID.class)
                        .single());
    }

    private void decide(String id) {
        db().sql(
                        """
                        UPDATE demarches.dossier
                           SET state = 'accepte', instructed_at = now(), decided_at = now(), motivation = ''
                         WHERE id = :id
                        """)
                .param("id", UUID.fromString(id))
                .update();
    }

    private List<String> letters() {
        return db().sql(
                        "SELECT plain FROM notifications.outbox WHERE recipient = :person AND category = 'demarches.avis.ephemere'")
                .param("person", person)
                .query((row, _) -> row.getString("plain"))
                .list();
    }

    /** As a mail server that takes everything. */
    private void send() {
        transaction.executeWithoutResult(_ -> leave());
    }

    /** Whatever became of the letters meanwhile: this house has no mail server of its own. */
    private void leave() {
        db().sql(
                        """
                        UPDATE notifications.outbox
                           SET state = 'waiting', finished_at = NULL, lease = NULL, leased_until = NULL
                         WHERE category = 'demarches.avis.ephemere'
                        """)
                .update();
        var now = Instant.now().plus(Duration.ofDays(1));
        var lease = new Lease(UUID.randomUUID(), now.plus(Duration.ofMinutes(5)));
        for (var letter : outbox.take(lease, now, 1000)) {
            outbox.sent(letter.id(), lease, now);
        }
    }

    /** The same signature over another message. */
    private static String otherPrefix(String token) {
        var bytes = Base64.getUrlDecoder().decode(token);
        bytes[20] ^= 1;
        return base64(bytes);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
