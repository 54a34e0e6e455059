package fr.socle.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.habilitations.Habilitation.RequesterKind;
import fr.socle.habilitations.HabilitationId;
import fr.socle.identity.AccessTokens.Presented;
import fr.socle.journal.Audience;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls with the access token of a person who is signed in ({@code /france_connect}). */
@NullMarked
class FederatedCallsTests extends ParticulierTest {

    private static final Set<String> SCOPES =
            Set.of("openid", "identite_pivot", "cnaf_quotient_familial");

    private final String service = "service-" + UUID.randomUUID();
    private final String token = "jeton-" + UUID.randomUUID();

    @SuppressWarnings("NullAway.Init") // because JUnit calls aCoveredService first
    private HabilitationId covering;

    FederatedCallsTests() throws IOException {}

    @BeforeEach
    void aCoveredService() {
        covering =
                granted(
                        city,
                        Map.of(quotient.code(), every(quotient)),
                        EnumSet.of(RequesterKind.USAGER_LUI_MEME),
                        Set.of(service));
        signedIn(token, SCOPES);
        journal.told.clear();
    }

    private void signedIn(String token, Set<String> scopes) {
        tokens.usagers.put(
                token, new Presented.Usager(parent, ariane(), service, "Cantine d’essai", scopes));
    }

    private HttpResponse<byte[]> ask(String token, String... headers) {
        return call(
                token,
                quotient.address().path() + "/france_connect",
                List.of("recipient", city.siret().value()),
                headers);
    }

    @Test
    void theTokenSaysWhoseDataAndWhichAndThePersonReadsOfIt() {
        var seen = new StringBuilder();
        behaviour =
                exchange -> {
                    seen.append(exchange.getRequestURI().getQuery());
                    say(exchange, 200, QUOTIENT);
                };
        var response = ask(token);
        assertThat(response.statusCode()).as(text(response)).isEqualTo(200);
        assertThat(text(response))
                .isEqualTo(
                        "{\"data\":{\"quotient_familial\":{\"valeur\":742,\"annee\":2026}},\"links\":{},\"meta\":{}}");
        assertThat(seen.toString()).contains("nomNaissance=Fictif", "prenoms[]=Ariane");
        assertThat(readBy("exchange.accorde", Audience.PERSONNE))
                .containsEntry("demarche", "votre identification à « Cantine d’essai »")
                .containsEntry("organisation", "Ville du contrat");
        assertThat(readBy("exchange.accorde", Audience.AUDITEUR))
                .containsEntry("demandeur", "usager")
                .containsEntry("non-rattache", false);
    }

    @Test
    void nothingThatTheServiceWasNotGivenAScopeForLeaves() {
        signedIn(token, Set.of("openid", "identite_pivot", "cnaf_enfants"));
        assertThat(text(ask(token))).contains("NOAM").doesNotContain("742");
        signedIn(token, Set.of("openid", "identite_pivot"));
        var asked = this.asked.get();
        assertThat(codes(ask(token))).containsExactly("00100");
        assertThat(this.asked).hasValue(asked);
    }

    @Test
    void anIdentityIsNeverEchoedWhateverTheScopes() {
        var student = given("statut-etudiant", 1000);
        granted(
                city,
                Map.of(student.code(), every(student)),
                EnumSet.of(RequesterKind.USAGER_LUI_MEME),
                Set.of(service));
        signedIn(token, Set.of("openid", "identite_pivot", "mesri_identite", "mesri_admissions"));
        behaviour =
                exchange ->
                        say(
                                exchange,
                                200,
                                "{\"data\":{\"identite\":{\"nom_naissance\":\"FICTIF\",\"prenom\":\"ARIANE\",\"date_naissance\":\"1986-09-17\"},\"admissions\":[]}}");
        var response =
                call(
                        token,
                        student.address().path() + "/france_connect",
                        List.of("recipient", city.siret().value()));
        assertThat(response.statusCode()).as(text(response)).isEqualTo(200);
        assertThat(text(response)).doesNotContain("FICTIF", "ARIANE", "1986");
    }

    @Test
    void aTokenThatEndedAMomentAgoOpensNothing() {
        assertThat(ask(token).statusCode()).isEqualTo(200);
        tokens.usagers.remove(token);
        var asked = this.asked.get();
        assertThat(codes(ask(token))).containsExactly("00101");
        assertThat(codes(ask(""))).containsExactly("00101");
        assertThat(codes(ask(token(declared)))).containsExactly("00101");
        tokens.usagers.put(token, new Presented.WithoutIdentity());
        assertThat(codes(ask(token))).containsExactly("00100");
        assertThat(this.asked).hasValue(asked);
    }

    @Test
    void aTokenOfAPersonOpensNothingWhereAProgramAsks() {
        assertThat(codes(particulier(token))).containsExactly("00101");
    }

    @Test
    void aServiceThatNoHabilitationOfTheRecipientCoversGetsNothing() {
        var other = organisation("Ville sans habilitation");
        var path = quotient.address().path() + "/france_connect";
        assertThat(codes(call(token, path, List.of("recipient", other.siret().value()))))
                .containsExactly("00106");
        assertThat(codes(call(token, path, List.of()))).containsExactly("00203");
        assertThat(codes(call(token, path, List.of("recipient", "123")))).containsExactly("00210");
        assertThat(asked).hasValue(0);
    }

    @Test
    void aRevokedHabilitationHoldsFromTheNextCallAndThePersonReadsOfTheRefusal() {
        assertThat(ask(token).statusCode()).isEqualTo(200);
        revoke(covering);
        assertThat(codes(ask(token))).containsExactly("00225");
        assertThat(readBy("exchange.refuse", Audience.PERSONNE)).containsEntry("issue", "refusé");
    }

    @Test
    void someoneElsesDossierFoundsNothing() {
        assertThat(codes(ask(token, "X-Socle-Dossier", aCase(city, person(), true))))
                .containsExactly("00220");
        assertThat(ask(token, "X-Socle-Dossier", aCase(city, parent, true)).statusCode())
                .isEqualTo(200);
    }
}
