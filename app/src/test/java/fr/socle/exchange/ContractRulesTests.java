package fr.socle.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import fr.socle.directory.Actor;
import fr.socle.habilitations.Habilitation.RequesterKind;
import fr.socle.journal.Audience;
import fr.socle.kernel.NumeroPublic;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of API Particulier and API Entreprise, and what each breach of them is told. */
@NullMarked
class ContractRulesTests extends ParticulierTest {

    ContractRulesTests() throws IOException {}

    @Test
    void onlyWhatWasGrantedLeavesInTheContractsEnvelope() {
        persons.known.put(parent, ariane());
        var response = particulier(token(declared));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(text(response))
                .isEqualTo(
                        "{\"data\":{\"quotient_familial\":{\"valeur\":742}},\"links\":{},\"meta\":{}}");
        var headers = response.headers();
        assertThat(headers.firstValue("X-Request-ID")).isPresent();
        assertThat(headers.firstValue("X-Response-Cached")).contains("false");
        assertThat(headers.firstValue("RateLimit-Limit")).contains("1000");
        assertThat(headers.firstValue("RateLimit-Remaining")).contains("999");
        assertThat(headers.firstValue("Set-Cookie")).isEmpty();
        assertThat(journal.kinds()).containsExactly("exchange.demande", "exchange.accorde");
        // because the end is written once the last byte left
        await().until(() -> arrived(journal.told, lastAsked()));
        assertThat(readBy("exchange.accorde", Audience.AUDITEUR))
                .containsEntry("remises", List.of("quotient_familial.valeur"))
                .containsEntry("secret", "SOCIAL");
    }

    @Test
    void thePersonReadsThatNobodyVerifiedTheMotive() {
        persons.known.put(parent, ariane());
        particulier(token(declared), "X-Socle-Dossier", "regie de cantine");
        assertThat(readBy("exchange.accorde", Audience.PERSONNE).get("demarche"))
                .asString()
                .contains("regie de cantine")
                .contains("motif déclaré par l’administration, non vérifié");
    }

    @Test
    void nobodyReadsOfAnExchangeWhenSeveralCouldBeMeant() {
        persons.known.put(parent, ariane());
        persons.known.put(person(), ariane());
        assertThat(particulier(token(declared)).statusCode()).isEqualTo(200);
        assertThat(readBy("exchange.accorde", Audience.PERSONNE)).isEmpty();
        assertThat(readBy("exchange.accorde", Audience.AUDITEUR))
                .containsEntry("non-rattache", true);
    }

    @Test
    void aTokenThatIsNoneOpensNothing() throws Exception {
        var good = token(declared);
        var claims = SignedJWT.parse(good).getJWTClaimsSet();
        var forged = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        forged.sign(new MACSigner(new byte[32]));
        for (var bad :
                List.of(
                        "",
                        "x",
                        "a.b.c",
                        good + "x",
                        forged.serialize(),
                        new PlainJWT(claims).serialize())) {
            var response = particulier(bad);
            assertThat(response.statusCode()).as(bad).isEqualTo(401);
            assertThat(codes(response)).containsExactly("00101");
        }
        assertThat(asked).hasValue(0);
    }

    @Test
    void aTokenThatExpiredOrWasRevokedIsToldSo() {
        var issued = issue(declared);
        assertThat(particulier(issued.token().orElseThrow()).statusCode()).isEqualTo(200);
        consumers.revoke(Actor.CONSOLE, issued.consumer().id());
        assertThat(codes(particulier(issued.token().orElseThrow()))).containsExactly("00105");
        var old = issue(declared);
        db.sql(
                        "UPDATE exchange.consumer SET issued_at = issued_at - interval '2 years', expires_at = now() - interval '1 second' WHERE id = :id")
                .param("id", old.consumer().id())
                .update();
        assertThat(codes(particulier(old.token().orElseThrow()))).containsExactly("00103");
    }

    @Test
    void aRevokedHabilitationHoldsFromTheNextCallAndThePersonReadsOfTheRefusal() {
        persons.known.put(parent, ariane());
        var token = token(declared);
        assertThat(particulier(token).statusCode()).isEqualTo(200);
        revoke(declared);
        journal.told.clear();
        var asked = this.asked.get();
        var response = particulier(token);
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(codes(response)).containsExactly("00225");
        assertThat(this.asked).hasValue(asked);
        assertThat(readBy("exchange.refuse", Audience.PERSONNE)).containsEntry("issue", "refusé");
    }

    @ParameterizedTest
    @CsvSource({
        "recipient, '', 00203",
        "recipient, 12345678901234, 00210",
        "recipient, 1234, 00210",
        "nomNaissance, '', 00366",
        "sexeEtatCivil, X, 00366",
        "moisDateNaissance, 13, 00366",
        "anneeDateNaissance, abcd, 00366",
        "codeCogInseeCommuneNaissance, 3306, 00366"
    })
    void eachWrongParameterHasItsCode(String name, String value, String code) {
        var query = new ArrayList<>(civil());
        query.set(query.indexOf(name) + 1, value);
        var response = call(token(declared), identite(), query);
        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(codes(response)).containsExactly(code);
        assertThat(body(response).at("/errors/0/source/parameter").asString("")).isEqualTo(name);
        assertThat(asked).hasValue(0);
        assertThat(journal.kinds()).isEmpty();
    }

    @Test
    void aParameterThatComesTwiceIsWrong() {
        for (var name : List.of("recipient", "nomNaissance", "sexeEtatCivil", "annee")) {
            var query = new ArrayList<>(civil());
            query.addAll(List.of(name, "1990", name, "1991"));
            assertThat(call(token(declared), identite(), query).statusCode())
                    .as(name)
                    .isEqualTo(422);
        }
    }

    @Test
    void anotherOrganisationIsNoRecipient() {
        var other = organisation("Autre ville du contrat");
        var query = new ArrayList<>(civil());
        query.set(1, other.siret().value());
        var response = call(token(declared), identite(), query);
        assertThat(codes(response)).containsExactly("00224");
        assertThat(asked).hasValue(0);
    }

    @Test
    void aCompanyIsAskedAboutUnderTheRulesOfApiEntreprise() {
        var sirene = given("unites-legales", 1000);
        var token =
                token(
                        habilitation(
                                city,
                                sirene,
                                Set.of("siren", "etat_administratif"),
                                EnumSet.of(RequesterKind.AUTOMATE_SANS_DOSSIER)));
        behaviour =
                exchange ->
                        say(
                                exchange,
                                200,
                                "{\"data\":{\"siren\":\"418166096\",\"etat_administratif\":\"A\",\"rna\":null}}");
        var right =
                List.of(
                        "recipient",
                        city.siret().value(),
                        "context",
                        "aides",
                        "object",
                        "marché 127");
        var path = sirene.address().path();
        var good = call(token, path.replace("{siren}", "418166096"), right);
        assertThat(text(good))
                .isEqualTo(
                        "{\"data\":{\"siren\":\"418166096\",\"etat_administratif\":\"A\"},\"links\":{},\"meta\":{}}");
        assertThat(readBy("exchange.accorde", Audience.DPO)).containsEntry("siren", "418166096");
        assertThat(codes(call(token, path.replace("{siren}", "418166097"), right)))
                .containsExactly("00301");
        assertThat(codes(call(token, path.replace("{siren}", city.siret().siren().value()), right)))
                .containsExactly("00211");
        assertThat(codes(call(token, path.replace("{siren}", "418166096"), List.of())))
                .containsExactly("00201", "00202", "00203");
        var long50 =
                List.of(
                        "recipient",
                        city.siret().value(),
                        "context",
                        "c",
                        "object",
                        "x".repeat(50));
        assertThat(codes(call(token, path.replace("{siren}", "418166096"), long50)))
                .containsExactly("00204");
    }

    @Test
    void aCaseOfOursFoundsTheQuestionAndAForeignOneAnUnknownOneAndAnothersAreAlike() {
        persons.known.put(parent, ariane());
        var verified =
                token(habilitation(city, quotient, VALUE, EnumSet.of(RequesterKind.AUTOMATE)));
        assertThat(particulier(verified, "X-Socle-Dossier", aCase(city, parent, true)).statusCode())
                .isEqualTo(200);
        assertThat(readBy("exchange.accorde", Audience.PERSONNE))
                .containsEntry("demarche", "Essai, dossier 1");
        var other = organisation("Ville étrangère");
        var told =
                List.of(
                                aCase(other, parent, true),
                                aCase(other, parent, false),
                                aCase(city, person(), true),
                                aCase(city, person(), false),
                                NumeroPublic.fresh(RANDOM).value())
                        .stream()
                        .map(it -> text(particulier(verified, "X-Socle-Dossier", it)))
                        .distinct()
                        .toList();
        assertThat(told).hasSize(1);
        assertThat(told.getFirst()).contains("00220");
        assertThat(codes(particulier(verified, "X-Socle-Dossier", aCase(city, parent, false))))
                .containsExactly("00222");
        assertThat(codes(particulier(verified))).containsExactly("00221");
        assertThat(codes(particulier(verified, "X-Socle-Dossier", "un motif")))
                .containsExactly("00221");
    }

    @Test
    void rightsAreToldAsTheHabilitationHasThemNow() {
        var token = token(declared);
        assertThat(text(call(token, "/privileges", List.of())))
                .isEqualTo("{\"privileges\":[\"cnaf_quotient_familial\"]}");
        assertThat(body(call(token, "/api/introspect", List.of())).at("/scopes/0").asString(""))
                .isEqualTo("cnaf_quotient_familial");
        assertThat(call("x", "/privileges", List.of()).statusCode()).isEqualTo(401);
    }
}
