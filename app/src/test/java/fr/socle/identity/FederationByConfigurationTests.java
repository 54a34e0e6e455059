package fr.socle.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import fr.socle.identity.MadeUpServices.Service;
import fr.socle.identity.broker.Broker;
import fr.socle.identity.broker.Provider;
import fr.socle.identity.demonstration.Mood;
import fr.socle.identity.demonstration.Moods;
import fr.socle.identity.federation.Acr;
import fr.socle.identity.federation.Client;
import fr.socle.identity.federation.Clients;
import fr.socle.identity.federation.Federation;
import fr.socle.identity.federation.Federations;
import fr.socle.identity.federation.Profile;
import fr.socle.identity.operator.ServiceFile;
import fr.socle.identity.sso.FederationCookie;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.htmlunit.html.HtmlPage;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** A federation that exists by settings alone does all that the three of the house do. */
@NullMarked
@TestPropertySource(
        properties = {
            "socle.identity.federations.entreprises.contract=franceconnect-plus",
            "socle.identity.federations.entreprises.name=Entreprises",
            "socle.identity.federations.entreprises.name-en=Companies",
            "socle.identity.federations.entreprises.levels=eidas1,eidas2",
            "socle.identity.federations.entreprises.session-life=20m",
            "socle.identity.federations.entreprises.session-level=eidas1",
            "socle.identity.federations.entreprises.when-register-down=admettre",
            "socle.identity.registry.kept=PT0S"
        })
class FederationByConfigurationTests extends PartnerHouse {

    private static final String LEA = "Léa Exemplaire";
    private static final String ACCOUNTS = "Comptes d’entreprise (essai)";
    private static final String EDGE = "/entreprises/api/v2";

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired Federations federations;
    @Autowired Broker broker;
    @Autowired Clients clients;
    @Autowired Moods moods;
    @Autowired ServiceFile file;

    private final Visit visit = new Visit();

    @BeforeEach
    void registerAProvider() {
        broker.add(
                new Provider(
                        "comptes-entreprise",
                        entreprises(),
                        null,
                        "socle",
                        new Provider.Face(ACCOUNTS, "essai", true),
                        new Provider.Rules(List.of(Acr.EIDAS1, Acr.EIDAS2), true),
                        Provider.Protocol.PLAIN,
                        Provider.Agents.NONE),
                "un-secret-d-essai",
                1);
    }

    @AfterEach
    void calm() {
        moods.set(Moods.REGISTER, Mood.NORMAL);
    }

    private Federation entreprises() {
        return federations.find("entreprises").orElseThrow();
    }

    private Service service(String name, Profile profile) {
        return new MadeUpServices(clients, port)
                .register(name, entreprises(), Client.Rules.of(profile));
    }

    private Service citizens() {
        return new MadeUpServices(clients, port).strict("Cantine");
    }

    /** Nobody's: for what anybody may read. */
    private RelyingParty anybody(String base) {
        return new RelyingParty(address(base), "personne", "rien");
    }

    private String signIn(Service service, Map<String, String> asked) throws IOException {
        var choice = visit.open(service.party().authorize(asked)).page();
        return visit.press(visit.choose(choice, ACCOUNTS, LEA).page(), "Continuer vers").code();
    }

    @Test
    void itsDiscoveryTellsItsOwnIssuerLevelsAndAlgorithms() {
        var told = anybody(EDGE).get("/.well-known/openid-configuration");
        assertThat(told.status()).isEqualTo(200);
        assertThat(told.members())
                .containsEntry("issuer", address(EDGE))
                .containsEntry("token_endpoint", address(EDGE + "/token"))
                .containsEntry("acr_values_supported", List.of("eidas1", "eidas2"))
                .containsEntry("id_token_signing_alg_values_supported", List.of("ES256"))
                .containsEntry("subject_types_supported", List.of("pairwise"));
        assertThat(told.text("scopes_supported")).contains("rnipp_gender");
    }

    @Test
    void itsAddressesListItsCodeSoThatTheirFirstWordIsEnoughToFindThem() {
        var bases =
                mapping.getHandlerMethods().keySet().stream()
                        .flatMap(it -> it.getPatternValues().stream())
                        .filter(it -> it.startsWith("/{federation"))
                        .map(it -> it.substring(0, it.indexOf('}') + 1))
                        .distinct();
        assertThat(bases)
                .containsExactly("/{federation:citoyens|citoyens-plus|agents|entreprises}");
    }

    @Test
    void itSignsByKeysOfItsOwn() {
        var ours = kids(EDGE + "/jwks");
        assertThat(ours).hasSize(1);
        for (var other : List.of("/citoyens", "/citoyens-plus", "/agents")) {
            assertThat(kids(other + "/api/v2/jwks")).doesNotContainAnyElementsOf(ours);
        }
        assertThat(kids(EDGE + "/client/.well-known/keys"))
                .as("as a client of its providers")
                .isNotEmpty()
                .doesNotContainAnyElementsOf(ours);
    }

    private Set<String> kids(String path) {
        var keys = (List<?>) Objects.requireNonNull(anybody("").get(path).members().get("keys"));
        return keys.stream()
                .map(it -> String.valueOf(((Map<?, ?>) it).get("kid")))
                .collect(java.util.stream.Collectors.toSet());
    }

    @Test
    void aPartnerConnectsAServiceAndPeopleSignInThere() throws Exception {
        var partner = partnerOf("Chambre des métiers (essai)");
        HtmlPage choice = partner.getPage(address(PAGES + "/nouveau"));
        assertThat(choice.asNormalizedText()).contains("Entreprises", "eidas1, eidas2");
        HtmlPage page = partner.getPage(address(PAGES + "/nouveau?federation=entreprises"));
        assertThat(page.asNormalizedText()).contains("ES256").doesNotContain("RS256");
        var registered = told(page(filled(page, "Marchés (essai)")));
        var party = new RelyingParty(address(EDGE), registered.clientId(), registered.secret());

        var back = party.signIn(visit.browser, LEA, ACCOUNTS);
        assertThat(back).containsEntry("iss", address(EDGE)).containsEntry("state", party.state);
        var tokens = party.token(party.tokenForm(String.valueOf(back.get("code"))));
        assertThat(tokens.status()).as(tokens.members().toString()).isEqualTo(200);
        var signed = SignedJWT.parse(tokens.text("id_token"));
        var key = keys().getKeyByKeyId(signed.getHeader().getKeyID()).toECKey();
        assertThat(signed.verify(new ECDSAVerifier(key))).isTrue();
        assertThat(signed.getJWTClaimsSet().getIssuer()).isEqualTo(address(EDGE));
        assertThat(signed.getJWTClaimsSet().getStringClaim("acr")).isEqualTo("eidas1");
        assertThat(party.userinfo(tokens.text("access_token")).members())
                .containsEntry("family_name", "Exemplaire")
                .containsKey("email");
    }

    private static HtmlPage page(org.htmlunit.html.HtmlForm form) throws IOException {
        return fr.socle.SignsIn.press(formPage(form), "Inscrire");
    }

    private JWKSet keys() throws java.text.ParseException {
        var members = anybody(EDGE).get("/jwks").members();
        return JWKSet.parse(JsonMapper.shared().writeValueAsString(members));
    }

    @Test
    void aLevelThatItDoesNotOfferIsRefused() throws Exception {
        var strict = service("Marchés", Profile.FRANCECONNECT);
        var high = strict.party().ask(strict.party().strictly("eidas3"));
        assertThat(high.headers().firstValue("Location").orElse(""))
                .startsWith(RelyingParty.REDIRECT)
                .contains("error=invalid_acr");
        var code = signIn(strict, strict.party().strictly("eidas2"));
        assertThat(strict.redeem(code).getStringClaim("acr")).isEqualTo("eidas2");
    }

    @Test
    void whatItGivesOpensNothingElsewhere() throws Exception {
        var service = service("Marchés", Profile.OPENID);
        var token = service.tokens(signIn(service, service.parameters())).text("access_token");
        assertThat(service.party().userinfo(token).status()).isEqualTo(200);
        for (var other : List.of("/citoyens", "/citoyens-plus", "/agents")) {
            var there = anybody(other + "/api/v2");
            assertThat(there.userinfo(token).status()).as(other).isEqualTo(401);
            var form = service.party().tokenForm("un-code");
            assertThat(there.token(form).text("error")).as(other).isEqualTo("invalid_client");
            var page = there.ask(service.parameters());
            assertThat(page.body()).as(other).contains("Y04EA6EF");
        }
    }

    @Test
    void whatOthersGiveOpensNothingHere() throws Exception {
        var citizens = citizens();
        var tokens = citizens.tokens(visit.signIn(citizens, LEA).code());
        var here = anybody(EDGE);
        assertThat(here.userinfo(tokens.text("access_token")).status()).isEqualTo(401);
        assertThat(here.token(citizens.party().tokenForm("un-code")).text("error"))
                .isEqualTo("invalid_client");
        assertThat(here.ask(citizens.parameters()).body()).contains("Y04EA6EF");
        var service = service("Marchés", Profile.OPENID);
        var asked = service.parameters();
        asked.put("prompt", "none");
        assertThat(visit.open(service.party().authorize(asked)).back())
                .as("a session of citizens is none here")
                .containsEntry("error", "login_required");
    }

    @Test
    void itsSessionsAreItsOwnAndLastAsItsSettingsSay() throws Exception {
        var service = service("Marchés", Profile.FRANCECONNECT);
        signIn(service, service.parameters());
        var cookie =
                visit.browser.getCookieManager().getCookie(FederationCookie.name(entreprises()));
        assertThat(cookie.getPath()).isEqualTo("/entreprises");
        assertThat(minutes()).as("of its row").isBetween(19L, 20L);

        assertThat(visit.open(citizens().authorize()).page().asNormalizedText())
                .as("citizens know nothing of it")
                .contains("Choisissez un compte");
        var other = service("Aides", Profile.FRANCECONNECT);
        var through = visit.open(other.authorize()).page();
        assertThat(through.asNormalizedText()).contains("Vous allez partager", "Aides");
        visit.press(through, "Continuer vers").code();

        var higher = other.party().authorize(other.party().strictly("eidas2"));
        assertThat(visit.open(higher).page().asNormalizedText())
                .as("a higher level is the provider's to prove")
                .contains(LEA)
                .doesNotContain("Vous allez partager");
    }

    private long minutes() {
        return db.sql(
                        """
                        SELECT max(extract(epoch FROM expires_at - now()) / 60)::bigint
                          FROM identity.federation_session WHERE federation = 'entreprises'
                        """)
                .query(Long.class)
                .single();
    }

    @Test
    void itFollowsItsOwnRuleWhenTheRegisterIsDown() throws Exception {
        moods.set(Moods.REGISTER, Mood.PANNE);
        var service = service("Marchés", Profile.OPENID);
        var code = signIn(service, service.parameters());
        assertThat(service.tokens(code).status()).isEqualTo(200);
        var there = new Visit();
        var choice = there.open(citizens().authorize()).page();
        assertThat(there.choose(choice, fr.socle.SignsIn.TAXES, LEA).page().asNormalizedText())
                .as("citizens are refused")
                .contains("Y0100");
    }

    @Test
    void operatorsAndPeopleFindItBesideTheOthers() throws Exception {
        var head = "client_id;federation;name;organisation;redirect_uris;scope\n";
        var line = ";Marchés;Chambre d’essai;https://marches.example/retour;openid email\n";
        assertThat(file.check(head + "marches;entreprises" + line).sound()).isTrue();
        var wrong = file.check(head + "marches;entreprise" + line).lines().getFirst().faults();
        assertThat(wrong.getFirst().why().arguments().getFirst().toString())
                .isEqualTo("citoyens, citoyens-plus, agents, entreprises");
        try (var lea = new OwnPages(port).signIn(LEA)) {
            assertThat(lea.text("/mes-connexions/reglages")).contains(ACCOUNTS);
        }
    }
}
