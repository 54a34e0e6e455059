package fr.socle.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.socle.SignsIn;
import fr.socle.directory.Actor;
import fr.socle.directory.Change;
import fr.socle.directory.Organisation;
import fr.socle.directory.OrganisationDraft;
import fr.socle.directory.OrganisationType;
import fr.socle.directory.Organisations;
import fr.socle.habilitations.Habilitation.RequesterKind;
import fr.socle.habilitations.HabilitationId;
import fr.socle.habilitations.demande.Complements;
import fr.socle.habilitations.demande.Contact;
import fr.socle.habilitations.demande.Contenu;
import fr.socle.habilitations.demande.Cote;
import fr.socle.habilitations.demande.Demandes;
import fr.socle.habilitations.demande.Motivation;
import fr.socle.habilitations.demande.Ordre;
import fr.socle.identity.federation.Client;
import fr.socle.identity.federation.Federation;
import fr.socle.journal.Audience;
import fr.socle.journal.Journal;
import fr.socle.kernel.PersonRef;
import fr.socle.kernel.Siret;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A token that a real sign-in through the federation gave, from the button of a provider of
 * identities to the data: every part is the house's own, over HTTP.
 */
@NullMarked
class FederatedExchangeTests extends ProtocolTest {

    /** Young enough to be a student. */
    private static final String MAELYS = "Maëlys";

    private static final String SIRET = "99977345000005";
    private static final String STUDENT = "/v3/mesri/statut_etudiant";
    private static final String QUOTIENT = "/v3/dss/quotient_familial";
    private static final Set<String> SCOPES =
            Set.of(
                    "openid",
                    "identite_pivot",
                    "cnaf_quotient_familial",
                    "mesri_identite",
                    "mesri_admissions");

    @Autowired Organisations organisations;
    @Autowired Demandes demandes;
    @Autowired AccessTokens tokens;
    @Autowired Journal journal;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void aRealSignInCarriesAnExchangeAndTheIdentityIsNeverEchoed() throws Exception {
        covered();
        var parameters = service.parameters();
        parameters.put("scope", String.join(" ", SCOPES));
        var back = service.signIn(SignsIn.browser(), parameters, MAELYS, SignsIn.TAXES);
        var answer = service.token(service.tokenForm(back.getOrDefault("code", "")));
        var token = answer.text("access_token");
        var maelys = ((AccessTokens.Presented.Usager) tokens.usager(token)).person();

        var quotient = ask(QUOTIENT + "/france_connect", token);
        assertThat(quotient.statusCode()).as(quotient.body()).isEqualTo(200);
        assertThat(quotient.body()).contains("\"valeur\":").doesNotContainIgnoringCase("Fictïve");
        var student = ask(STUDENT + "/france_connect", token);
        assertThat(student.statusCode()).as(student.body()).isEqualTo(200);
        assertThat(student.body())
                .contains("\"admissions\":")
                .doesNotContain("identite")
                .doesNotContainIgnoringCase("Fictïve")
                .doesNotContain("2001-01-01");
        assertThat(ask(QUOTIENT + "/identite", token).body()).contains("00101");
        await().untilAsserted(
                        () ->
                                assertThat(toldTo(maelys))
                                        .hasSize(2)
                                        .allMatch(
                                                it ->
                                                        String.valueOf(it.get("demarche"))
                                                                .contains("Service d’essai")));

        service.posted("/token/revocation", Map.of("token", token));
        var after = ask(QUOTIENT + "/france_connect", token);
        assertThat(after.statusCode()).isEqualTo(401);
        assertThat(after.body()).contains("00101");
    }

    private HttpResponse<String> ask(String path, String token) throws Exception {
        var address = "http://localhost:" + port + path + "?recipient=" + SIRET;
        var request =
                HttpRequest.newBuilder(URI.create(address))
                        .header("Authorization", "Bearer " + token);
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /** What this person reads of exchanges with this test's city. */
    private List<Map<String, Object>> toldTo(PersonRef person) {
        return journal.from(0, 10_000).stream()
                .flatMap(it -> it.content().stream())
                .filter(it -> it.kind().equals("exchange.accorde"))
                .flatMap(it -> it.parts().stream())
                .filter(it -> it.audiences().contains(Audience.PERSONNE))
                .filter(it -> person.equals(it.person()))
                .<Map<String, Object>>map(it -> it.values())
                .filter(it -> "Ville fédérée".equals(it.get("organisation")))
                .toList();
    }

    /** The service asks for these scopes, and an habilitation of a city covers it. */
    private void covered() {
        var client =
                Services.client(
                        Federation.CITOYENS, SCOPES, Client.Keys.STANDARD, Client.Rules.STANDARD);
        service = new Services(clients, port).party(client);
        var city =
                done(
                        organisations.create(
                                Actor.CONSOLE,
                                new OrganisationDraft(
                                        new Siret(SIRET),
                                        "Ville fédérée",
                                        OrganisationType.COMMUNE,
                                        null)));
        var asked =
                done(
                        demandes.submit(
                                Actor.CONSOLE,
                                city.id(),
                                HabilitationId.fresh(),
                                content(city, client)));
        done(
                demandes.act(
                        Actor.CONSOLE,
                        Cote.INSTRUCTEUR,
                        asked.dossier().id(),
                        new Ordre.Accorder(),
                        asked.dossier().version()));
    }

    private static Contenu content(Organisation city, Client client) {
        var contact = new Contact(city.name(), "essai@ville.example");
        return new Contenu(
                "Cantine fédérée",
                "Calculer un tarif d’essai.",
                "Délibération d’essai",
                "",
                Map.of(
                        "quotient-familial",
                        Set.of("quotient_familial.valeur"),
                        "statut-etudiant",
                        Set.of("admissions", "identite.nom_naissance", "identite.date_naissance")),
                Set.of(RequesterKind.USAGER_LUI_MEME),
                12,
                12,
                contact,
                contact,
                Motivation.NONE,
                new Complements(
                        Set.of(client.clientId()), Contact.NONE, Contact.NONE, "", "", null));
    }

    private static <T> T done(Change<T> change) {
        if (change instanceof Change.Done<T>(var value)) {
            return value;
        }
        throw new AssertionError("not done: " + change);
    }
}
