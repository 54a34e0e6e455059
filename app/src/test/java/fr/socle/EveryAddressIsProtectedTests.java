package fr.socle;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.ui.access.Public;
import jakarta.servlet.ServletContext;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every address asks who comes, unless it is written here that it answers anyone. */
@PostgresTest
class EveryAddressIsProtectedTests {

    /**
     * The reviewed list: each of these answers a stranger, for the reason given. A new line is a
     * decision.
     */
    private static final Set<String> PUBLIC =
            Set.of(
                    // the front door and its furniture hold nobody's data
                    "HomeController#home",
                    "HomeController#search",
                    "SiteController#*",
                    "DesignController#*",
                    "PiecesDesignController#*",
                    "LanguageController#speak",
                    "LegalController#*",
                    "FailureController#tell",
                    // how one signs in, and out
                    "SignInWaysController#ways",
                    "UsagerSignInController#*",
                    "AgentSignInController#*",
                    "SignInController#confirm",
                    "AddressController#look",
                    "SignInController#enterByAddress",
                    "SignInController#leave",
                    // an operator's passkey or recovery code is the credential
                    "StrongSignInController#*",
                    // the federations: a stranger is who comes there; cookies in flight, codes and
                    // secrets of services are the credentials
                    "AuthorizeController#*",
                    "VerifyController#*",
                    "MireController#*",
                    "SecondFactorController#*",
                    // public keys
                    "ClientKeysController#published",
                    "CallbackController#*",
                    "ConsentController#*",
                    "ProtocolController#*",
                    "TokenController#*",
                    "IntrospectionController#*",
                    "LogoutController#*",
                    // whose account is stolen cannot sign in to report it
                    "FraudController#*",
                    // what the codes of errors mean
                    "ErrorCodesController#*",
                    // made-up providers and persons, in demonstration only
                    "DemonstrationProviderController#*",
                    "DemonstrationProtocolController#*",
                    "DemonstrationRegisterController#identify",
                    "DemonstrationMoodsController#*",
                    "SampleController#*",
                    "SampleLogoutController#hear",
                    // the consumers' contract: a token of the exchange is the credential, and a
                    // refusal has the contract's own form
                    "RightsController#*",
                    "TokenController#token",
                    // whether providers answer is about nobody
                    "PingController#*",
                    // what consumers and providers counted: their own token is the credential
                    "DecomptesController#declare",
                    "StatusController#*",
                    // the secret in the address or form is the credential
                    "AcceptController#show",
                    "AcceptController#accept",
                    // an expert has the secret of his letter, and no account
                    "ExpertController#*",
                    "FirstStepsController#ask",
                    "FirstStepsController#take",
                    "PreferencesController#*",
                    // everybody's letters, in demonstration only
                    "MailboxController#*",
                    // made-up providers, which ask for a token of their own, and what they know
                    "ProviderDoorController#*",
                    "EntrepriseDoorController#*",
                    "DemonstrationDataController#*",
                    // a picture that an organisation shows to everyone
                    "LogoController#show",
                    // an opinion is anonymous; what all of them say together is public
                    "OpinionController#*",
                    "OpenOpinionController#*",
                    "FormController#*",
                    // the same in a frame, for the sites that the form names
                    "FramedFormController#*",
                    "ObservatoireController#*",
                    "OneController#*",
                    "CardController#card",
                    // a number of milliseconds, of nobody
                    "VisitController#waited",
                    // the key that signs tokens of opinions: asked for without saying who asks
                    "OpinionKeyController#published",
                    // what a published procedure is: nobody's data
                    "PresentationController#present",
                    // it leads to the page that asks who comes
                    "CommencerController#lead",
                    // the questions of a published procedure, on paper
                    "PapierController#print",
                    // what it would obtain of others: decided without a person
                    "DonneesController#obtained",
                    // the journal is verifiable by anyone: hashes, signatures, keys
                    "TileController#*",
                    "JournalController#*",
                    // the block that owns the file says who may have it
                    "DownloadController#download",
                    // programs: a token, or a sealed link to one file, decides at each call
                    "GraphqlController#call",
                    "AttestationController#attestation",
                    // one announced file, once: its address is the secret
                    "DirectUploadController#receive",
                    // what a published procedure asks: nobody's data
                    "SchemaController#schema",
                    "StatistiquesController#stats",
                    // answers ahead of a usager: they open nothing, and a token follows them
                    "PrefillController#*",
                    // a draft that others test: the secrets in the address are the credentials
                    "EpreuveController#*");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired ServletContext servlets;
    @LocalServerPort int port;

    @Test
    void aStrangerIsSentAwayFromEveryAddressThatIsNotPublic() {
        assertRefused(_ -> true, new HttpHeaders());
    }

    /** The token of a form stops no one who reads a page first: the handler's own rule must. */
    @Test
    void aStrangerWithAGoodFormTokenChangesNothingThatIsNotPublic() {
        var token = formToken();
        assertTokenIsGood(token);
        assertRefused(Call::changes, token);
    }

    private void assertRefused(Predicate<Call> which, HttpHeaders token) {
        var open = new ArrayList<String>();
        var asked = 0;
        for (var handler : ours().entrySet()) {
            if (isPublic(handler.getValue()) || describes(handler.getValue())) {
                continue;
            }
            for (var call : Call.of(handler.getKey()).stream().filter(which).toList()) {
                asked++;
                var answer = ask(call, token);
                if (!isRefused(answer)) {
                    open.add(call + " " + name(handler.getValue()) + " " + answer);
                }
            }
        }
        assertThat(open).isEmpty();
        assertThat(asked).isGreaterThan(40);
    }

    @Test
    void whatIsPublicWasReviewed() {
        var unknown = new TreeSet<String>();
        ours().values().stream()
                .filter(EveryAddressIsProtectedTests::isPublic)
                .filter(it -> !PUBLIC.contains(name(it)))
                .filter(it -> !PUBLIC.contains(it.getBeanType().getSimpleName() + "#*"))
                .forEach(it -> unknown.add(name(it)));
        assertThat(unknown).isEmpty();
    }

    @Test
    void theReviewedListHoldsNothingThatIsGone() {
        var there = new TreeSet<String>();
        ours().values().stream()
                .filter(EveryAddressIsProtectedTests::isPublic)
                .forEach(
                        it -> {
                            there.add(name(it));
                            there.add(it.getBeanType().getSimpleName() + "#*");
                        });
        assertThat(there).containsAll(PUBLIC);
    }

    /** What stands beside Spring's own: the contract of the exchange, where a token decides. */
    @Test
    void noServletAnswersThatWasNotReviewed() {
        assertThat(servlets.getServletRegistrations().keySet())
                .containsExactlyInAnyOrder("dispatcherServlet", "exchangeContract");
    }

    private Map<RequestMappingInfo, HandlerMethod> ours() {
        return mapping.getHandlerMethods();
    }

    private ResponseEntity<Void> ask(Call call, HttpHeaders token) {
        return http().method(call.method())
                .uri("http://localhost:" + port + call.path())
                .accept(MediaType.TEXT_HTML, MediaType.ALL)
                .headers(it -> it.addAll(token))
                .headers(it -> it.setContentType(call.changes() ? call.body() : null))
                .retrieve()
                .toBodilessEntity();
    }

    private static RestClient http() {
        var http =
                java.net.http.HttpClient.newBuilder()
                        .followRedirects(java.net.http.HttpClient.Redirect.NEVER)
                        .build();
        return RestClient.builder()
                .requestFactory(new JdkClientHttpRequestFactory(http))
                .defaultStatusHandler(_ -> true, (_, _) -> {})
                .build();
    }

    /** As a browser gets it: the cookie and the field of a page that anyone may read. */
    private HttpHeaders formToken() {
        var page =
                http().get()
                        .uri("http://localhost:" + port + "/design")
                        .accept(MediaType.TEXT_HTML)
                        .retrieve()
                        .toEntity(String.class);
        var headers = new HttpHeaders();
        headers.set(
                "X-XSRF-TOKEN",
                String.valueOf(page.getBody())
                        .replaceAll("(?s).*?name=\"_csrf\" value=\"([^\"]+)\".*", "$1"));
        page.getHeaders().getOrEmpty("Set-Cookie").stream()
                .map(it -> it.replaceAll(";.*", ""))
                .forEach(it -> headers.add("Cookie", it));
        return headers;
    }

    private void assertTokenIsGood(HttpHeaders token) {
        var leave =
                new Call(HttpMethod.POST, "/deconnexion", MediaType.APPLICATION_FORM_URLENCODED);
        assertThat(ask(leave, new HttpHeaders()).getStatusCode().value()).isEqualTo(403);
        assertThat(ask(leave, token).getStatusCode().value()).isNotEqualTo(403);
    }

    private static boolean isRefused(ResponseEntity<Void> answer) {
        var status = answer.getStatusCode().value();
        var location = answer.getHeaders().getLocation();
        return status == 401
                || status == 403
                || status == 303
                        && location != null
                        && (location.getPath().equals("/connexion")
                                || location.getPath().equals("/agent/connexion"));
    }

    /** The description of the APIs, served by a library: it holds no data. */
    private static boolean describes(HandlerMethod method) {
        return method.getBeanType().getSimpleName().equals("OpenApiWebMvcResource");
    }

    private static boolean isPublic(HandlerMethod method) {
        return method.hasMethodAnnotation(Public.class)
                || AnnotatedElementUtils.hasAnnotation(method.getBeanType(), Public.class);
    }

    private static String name(HandlerMethod method) {
        return method.getBeanType().getSimpleName() + "#" + method.getMethod().getName();
    }
}
