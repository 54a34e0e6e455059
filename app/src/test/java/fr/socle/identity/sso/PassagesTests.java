package fr.socle.identity.sso;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.PostgresTest;
import fr.socle.identity.federation.Acr;
import fr.socle.identity.federation.AuthorizeRequest;
import fr.socle.identity.federation.Client;
import fr.socle.identity.federation.Federation;
import fr.socle.identity.federation.Federations;
import fr.socle.identity.federation.Profile;
import fr.socle.identity.federation.Prompt;
import fr.socle.identity.federation.ResponseMode;
import fr.socle.identity.store.ConsentStore;
import fr.socle.identity.store.PersonStore;
import fr.socle.kernel.PersonRef;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Who may go through without their provider: the rules of each level, prompt, age and person. */
@NullMarked
@PostgresTest
class PassagesTests {

    private static final PersonRef PERSON = new PersonRef(UUID.randomUUID());

    @Autowired Passages passages;
    @Autowired SessionAnswers answers;
    @Autowired ConsentStore consents;
    @Autowired PersonStore persons;

    private final Client client = client(Federation.CITOYENS, Profile.OPENID);

    private static Client client(Federation federation, Profile profile) {
        return new Client(
                        "essai-" + UUID.randomUUID(),
                        federation,
                        "Essai",
                        "Commune d’essai",
                        "essai",
                        List.of("http://127.0.0.1:9/retour"),
                        List.of(),
                        Set.of("openid", "email"),
                        false,
                        true)
                .with(Client.Keys.STANDARD, Client.Rules.of(profile));
    }

    private record Asked(Set<Prompt> prompts, @Nullable Long maxAge, @Nullable String expected) {}

    private static final Asked USUAL = new Asked(Set.of(), null, null);

    private static AuthorizeRequest request(Client client, Acr acr, Asked asked) {
        return new AuthorizeRequest(
                client.clientId(),
                "http://127.0.0.1:9/retour",
                ResponseMode.QUERY,
                Set.of("openid", "email"),
                "état",
                "nonce",
                null,
                asked.prompts(),
                asked.maxAge(),
                acr,
                false,
                false,
                null,
                null,
                null,
                asked.expected(),
                Set.of(),
                Set.of(),
                Set.of());
    }

    private static FederationSession session(Federation federation, Acr acr, long secondsAgo) {
        return new FederationSession(
                UUID.randomUUID(),
                federation,
                PERSON,
                "impots-fictifs",
                acr,
                List.of(),
                Instant.now().minusSeconds(secondsAgo),
                Map.of("email", "lea@usagers.example"),
                "");
    }

    private Passage decide(Asked asked, Optional<FederationSession> session) {
        return passages.decide(client, request(client, Acr.EIDAS1, asked), session);
    }

    private static Optional<FederationSession> signedIn() {
        return Optional.of(session(Federation.CITOYENS, Acr.EIDAS1, 100));
    }

    private static Asked prompt(Prompt... prompts) {
        return new Asked(Set.of(prompts), null, null);
    }

    private static String error(Passage passage) {
        return passage instanceof Passage.Refused(var error, var _) ? error : passage.toString();
    }

    @Test
    void aSessionAnswersUnlessTheServiceWantsThePersonAskedAgain() {
        assertThat(decide(USUAL, signedIn())).isInstanceOf(Passage.Through.class);
        assertThat(decide(prompt(Prompt.CONSENT), signedIn())).isInstanceOf(Passage.Through.class);
        assertThat(decide(prompt(Prompt.LOGIN), signedIn())).isInstanceOf(Passage.Choose.class);
        assertThat(decide(prompt(Prompt.SELECT_ACCOUNT), signedIn()))
                .isInstanceOf(Passage.Choose.class);
        assertThat(decide(USUAL, Optional.empty())).isInstanceOf(Passage.Choose.class);
    }

    @ParameterizedTest
    @CsvSource({"0,Again", "50,Again", "99,Again", "10000,Through"})
    void anOldSignInIsAskedAgainOfTheSameProvider(long most, String expected) {
        var passage = decide(new Asked(Set.of(), most, null), signedIn());
        assertThat(passage.getClass().getSimpleName()).isEqualTo(expected);
    }

    @Test
    void silenceIsAnErrorThatSaysWhatIsMissing() {
        assertThat(error(decide(prompt(Prompt.NONE), Optional.empty())))
                .isEqualTo("login_required");
        assertThat(error(decide(prompt(Prompt.NONE), signedIn()))).isEqualTo("consent_required");
        assertThat(error(decide(new Asked(Set.of(Prompt.NONE), 1L, null), signedIn())))
                .isEqualTo("login_required");
    }

    @Test
    void whoAgreedGoesThroughInSilence() {
        persons.insert(PERSON, Instant.now());
        consents.give(PERSON, client.clientId(), Set.of("openid", "email"), Instant.now());
        assertThat(decide(prompt(Prompt.NONE), signedIn())).isInstanceOf(Passage.Through.class);
    }

    @Test
    void aServiceThatExpectsSomebodyElseIsNotGivenThisPerson() {
        var session = signedIn().orElseThrow();
        var known = passages.acquaintance(client, session);
        var here = answers.subject(client, new Passage.Through(session, known));
        assertThat(decide(new Asked(Set.of(), null, here), signedIn()))
                .isInstanceOf(Passage.Through.class);
        assertThat(decide(new Asked(Set.of(), null, "une-autre"), signedIn()))
                .isInstanceOf(Passage.Choose.class);
        assertThat(error(decide(new Asked(Set.of(Prompt.NONE), null, "une-autre"), signedIn())))
                .isEqualTo("login_required");
    }

    @Test
    void aProviderThatIsNotForTheServiceNeedsAnotherChoice() {
        var usual = Client.Rules.of(Profile.OPENID);
        var picky =
                client.with(
                        Client.Keys.STANDARD,
                        new Client.Rules(
                                usual.profile(),
                                usual.subjects(),
                                false,
                                false,
                                false,
                                null,
                                Set.of("poste-fictive"),
                                false,
                                false,
                                Set.of(),
                                Set.of(),
                                Set.of()));
        assertThat(passages.decide(picky, request(picky, Acr.EIDAS1, USUAL), signedIn()))
                .isInstanceOf(Passage.Choose.class);
        var silent = request(picky, Acr.EIDAS1, prompt(Prompt.NONE));
        assertThat(error(passages.decide(picky, silent, signedIn())))
                .isEqualTo("interaction_required");
    }

    @ParameterizedTest
    @CsvSource({"impots-fictifs,Through", "poste-fictive,Choose"})
    void aServiceThatNamesAProviderGetsItsPeople(String hint, String expected) {
        var members = request(client, Acr.EIDAS1, USUAL).members();
        members.put("idp_hint", hint);
        var passage = passages.decide(client, AuthorizeRequest.of(members), signedIn());
        assertThat(passage.getClass().getSimpleName()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "citoyens-plus,EIDAS2,EIDAS2,true",
        "citoyens-plus,EIDAS3,EIDAS2,true",
        "citoyens-plus,EIDAS2,EIDAS3,false",
        "citoyens-plus,EIDAS3,EIDAS3,false",
        "agents,EIDAS1,EIDAS1,true",
        "agents,EIDAS1_MFA,EIDAS1,true",
        "agents,EIDAS1,EIDAS1_MFA,false",
        "agents,EIDAS2,EIDAS2,false",
        "citoyens,EIDAS1,EIDAS1,true"
    })
    void eachLevelHasItsRule(String code, Acr has, Acr asked, boolean through) {
        var federation = new Federations(List.of()).of(code);
        assertThat(
                        federation.session().answers(asked)
                                && session(federation, has, 1).acr().atLeast(asked))
                .isEqualTo(through);
    }
}
