package fr.socle.identity;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.SignsIn;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;
import org.htmlunit.WebClient;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.HtmlPage;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Passkeys, with a real key pair and what a browser's form would bring. */
@NullMarked
class PasskeyTests extends OperatorTest {

    private static final String KEYS = "/administration/mes-cles";
    private static final String PROOF = "/connexion/operateur";
    private static final String CREATE = "webauthn.create";
    private static final String GET = "webauthn.get";

    private static String challenge(HtmlPage page) {
        return page.<DomElement>getFirstByXPath("//*[@data-challenge]")
                .getAttribute("data-challenge");
    }

    private SoftKey key() throws GeneralSecurityException {
        return new SoftKey("localhost", base());
    }

    private HtmlPage enrol(WebClient browser, SoftKey key, String label) throws Exception {
        var page = open(browser, KEYS);
        var clientData = key.clientData(CREATE, challenge(page));
        return send(
                formTo(page, KEYS),
                Map.of(
                        "label",
                        label,
                        "attestation",
                        key.attestation(),
                        "client_data",
                        clientData));
    }

    private Map<String, String> answer(SoftKey key, String challenge) throws Exception {
        var clientData = key.clientData(GET, challenge);
        var answer = new HashMap<String, String>();
        answer.put("credential", key.credential());
        answer.put("authenticator_data", key.authenticatorData());
        answer.put("client_data", clientData);
        answer.put("signature", key.signature(clientData));
        return answer;
    }

    private HtmlPage signIn(WebClient browser, SoftKey key) throws Exception {
        var page = open(browser, PROOF);
        return send(formTo(page, PROOF + "/cle"), answer(key, challenge(page)));
    }

    @Test
    void aKeyIsEnrolledSignsInAndIsRenamedAndRemoved() throws Exception {
        var key = key();
        var list = enrol(operator(), key, "Clé du coffre");
        assertThat(list.asNormalizedText()).contains("La clé est inscrite", "Clé du coffre");
        var browser = SignsIn.browser();
        assertThat(signIn(browser, key).getUrl().getPath()).isEqualTo(HOME);
        assertThat(open(browser, "/agent/mon-compte").asNormalizedText()).contains(OPERATOR);
        var keys = open(browser, KEYS);
        assertThat(keys.asNormalizedText()).contains("Employée le");
        var renaming =
                keys.getForms().stream()
                        .filter(it -> it.getActionAttribute().endsWith("/nom"))
                        .filter(
                                it ->
                                        it.getFirstByXPath(".//input[@value='Clé du coffre']")
                                                != null)
                        .findFirst()
                        .orElseThrow();
        var id = renaming.getActionAttribute().split("/")[3];
        var renamed = send(renaming, Map.of("nom-" + id, "Clé de rechange"));
        assertThat(renamed.asNormalizedText()).contains("La clé est renommée", "Clé de rechange");
        var gone = send(formTo(renamed, KEYS + "/" + id + "/retrait"), Map.of());
        assertThat(gone.asNormalizedText()).doesNotContain("Clé de rechange");
        assertThat(status(signIn(SignsIn.browser(), key))).isEqualTo(422);
    }

    @Test
    void anAnswerIsTakenOnce() throws Exception {
        var key = key();
        enrol(operator(), key, "Pour une fois");
        var page = open(SignsIn.browser(), PROOF);
        var answer = answer(key, challenge(page));
        assertThat(send(formTo(page, PROOF + "/cle"), answer).getUrl().getPath()).isEqualTo(HOME);
        var again = open(SignsIn.browser(), PROOF);
        assertThat(status(send(formTo(again, PROOF + "/cle"), answer))).isEqualTo(422);
    }

    @Test
    void anAuthenticatorThatDidNotRecogniseItsHolderIsRefused() throws Exception {
        var key = key();
        enrol(operator(), key, "Sans vérification");
        key.flags = SoftKey.PRESENT_ONLY;
        assertThat(status(signIn(SignsIn.browser(), key))).isEqualTo(422);
        var other = key();
        other.flags = SoftKey.PRESENT_ONLY;
        assertThat(status(enrol(operator(), other, "Sans vérification"))).isEqualTo(422);
    }

    @Test
    void aCounterThatGoesBackTellsACopy() throws Exception {
        var key = key();
        key.counter = 5;
        enrol(operator(), key, "Compteur");
        key.counter = 9;
        assertThat(status(signIn(SignsIn.browser(), key))).isEqualTo(200);
        key.counter = 8;
        assertThat(status(signIn(SignsIn.browser(), key))).isEqualTo(422);
    }

    @Test
    void aKeyOfAnotherSiteOrAnUnknownOneIsRefused() throws Exception {
        var known = key();
        enrol(operator(), known, "Connue");
        assertThat(status(signIn(SignsIn.browser(), key()))).isEqualTo(422);
        var page = open(SignsIn.browser(), PROOF);
        var elsewhere = new SoftKey("localhost", "https://ailleurs.example");
        var answer = answer(elsewhere, challenge(page));
        answer.put("credential", known.credential());
        assertThat(status(send(formTo(page, PROOF + "/cle"), answer))).isEqualTo(422);
        assertThat(status(enrol(operator(), new SoftKey("ailleurs.example", base()), "Ailleurs")))
                .isEqualTo(422);
    }

    @Test
    void aChallengeServesItsOwnPurposeOnly() throws Exception {
        var key = key();
        enrol(operator(), key, "Autre usage");
        var enrolling = challenge(open(operator(), KEYS));
        var page = open(SignsIn.browser(), PROOF);
        assertThat(status(send(formTo(page, PROOF + "/cle"), answer(key, enrolling))))
                .isEqualTo(422);
        assertThat(status(send(formTo(page, PROOF + "/cle"), answer(key, "AAAA")))).isEqualTo(422);
    }

    @Test
    void whatIsNoAnswerIsRefusedAndNeverAFault() throws Exception {
        for (var nonsense : new String[] {"", "%%%", "AAAA", "x".repeat(8_001)}) {
            var page = open(SignsIn.browser(), PROOF);
            var answer = new HashMap<String, String>();
            for (var it :
                    new String[] {"credential", "authenticator_data", "client_data", "signature"}) {
                answer.put(it, nonsense);
            }
            assertThat(status(send(formTo(page, PROOF + "/cle"), answer)))
                    .as(nonsense)
                    .isEqualTo(422);
        }
        var page = open(operator(), KEYS);
        var wrong = send(formTo(page, KEYS), Map.of("label", "", "attestation", "AAAA"));
        assertThat(status(wrong)).isEqualTo(422);
    }

    @Test
    void aBrowserWithoutScriptsIsToldOfTheCodes() throws IOException {
        assertThat(open(SignsIn.browser(), PROOF).asNormalizedText())
                .contains("employez un code de secours");
    }
}
