package fr.socle.demarches.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.directory.Agent;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What existing clients do to dossiers, in the name of an agent who is in charge. */
@NullMarked
class GraphqlWriteTests extends GraphqlHouse {

    @Test
    void aDossierIsExaminedAcceptedAndItsAttestationRead() throws Exception {
        var dossier = dossier();
        var token = token(true);
        var input = input(dossier, agent("Inès Essai", school()));
        var early = mutation(token, "dossierAccepter", input);
        assertThat(why(early, "dossierAccepter")).contains("ne le permet pas");
        var begun = mutation(token, "dossierPasserEnInstruction", input);
        strict("dossierPasserEnInstruction", begun);
        assertThat(begun.body().findValue("state").asString()).isEqualTo("en_instruction");
        assertThat(
                        why(
                                mutation(token, "dossierPasserEnInstruction", input),
                                "dossierPasserEnInstruction"))
                .contains("En instruction");
        input.put("motivation", "Tout y est.");
        var accepted = mutation(token, "dossierAccepter", input);
        strict("dossierAccepter", accepted);
        var url = accepted.body().findValue("url").asString();
        var pdf =
                http.send(
                        HttpRequest.newBuilder(URI.create(url)).build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(pdf.statusCode()).isEqualTo(200);
        assertThat(pdf.body()).startsWith("%PDF");
        var forged = HttpRequest.newBuilder(URI.create(url + "A")).build();
        assertThat(http.send(forged, HttpResponse.BodyHandlers.discarding()).statusCode())
                .isEqualTo(404);
        assertThat(mutation(token, "dossierRefuser", input).body().findValue("message").asString())
                .contains("Accepté");
    }

    @Test
    void aCorrectionIsAskedByAMessage() throws Exception {
        var dossier = dossier();
        var token = token(true);
        var input = input(dossier, agent("Inès Essai", school()));
        input.put("body", "Précisez l’école de Léa.");
        assertThat(why(mutation(token, "dossierEnvoyerMessage", input), "dossierEnvoyerMessage"))
                .contains("correction");
        input.put("correction", "incorrect");
        strict("dossierEnvoyerMessage", mutation(token, "dossierEnvoyerMessage", input));
        var read =
                stored(
                        token,
                        "getDossier",
                        Map.of(
                                "dossierNumber",
                                number(dossier),
                                "includeMessages",
                                true,
                                "includeCorrections",
                                true));
        var message = read.data().at("/dossier/messages/0");
        assertThat(message.path("body").asString()).isEqualTo("Précisez l’école de Léa.");
        assertThat(message.at("/correction/dateResolution").isNull()).isTrue();
        assertThat(read.data().at("/dossier/dateDerniereCorrectionEnAttente").isString()).isTrue();
    }

    @Test
    void whoIsNotInChargeOrOnlyReadsChangesNothing() throws Exception {
        var dossier = dossier();
        var mine = agent("Inès Essai", school());
        var token = token(true);
        var stranger = input(dossier, designer());
        assertThat(
                        why(
                                mutation(token, "dossierPasserEnInstruction", stranger),
                                "dossierPasserEnInstruction"))
                .contains("pas chargé");
        var nonsense = input(dossier, mine);
        nonsense.put("instructeurId", "nonsense");
        assertThat(
                        why(
                                mutation(token, "dossierPasserEnInstruction", nonsense),
                                "dossierPasserEnInstruction"))
                .contains("pas chargé");
        assertThat(
                        why(
                                mutation(
                                        token(false),
                                        "dossierPasserEnInstruction",
                                        input(dossier, mine)),
                                "dossierPasserEnInstruction"))
                .contains("que de lire");
        assertThat(mutation("", "dossierPasserEnInstruction", input(dossier, mine)).code())
                .isEqualTo("unauthorized");
        assertThat(why(mutation(token, "dossierArchiver", input(dossier, mine)), "dossierArchiver"))
                .contains("n’est pas possible");
        var unknown = input(dossier, mine);
        unknown.put("dossierId", typed("Dossier", 999_999_999));
        assertThat(mutation(token, "dossierPasserEnInstruction", unknown).code())
                .isEqualTo("not_found");
        mutation(token, "dossierPasserEnInstruction", input(dossier, mine));
        var unsaid = input(dossier, mine);
        unsaid.put("motivation", "   ");
        assertThat(why(mutation(token, "dossierRefuser", unsaid), "dossierRefuser"))
                .contains("motivation");
        unsaid.put("motivation", "x".repeat(5000));
        assertThat(why(mutation(token, "dossierRefuser", unsaid), "dossierRefuser")).contains("4");
        unsaid.remove("motivation");
        assertThat(mutation(token, "dossierRefuser", unsaid).code()).isEqualTo("bad_request");
        city();
        assertThat(mutation(token(true), "dossierRefuser", with(unsaid)).code())
                .isEqualTo("unauthorized");
    }

    private static Map<String, Object> with(Map<String, Object> input) {
        input.put("motivation", "Rien.");
        return input;
    }

    @Test
    void anAnnouncedFileIsReceivedOnceAndOnlyThatFile() throws Exception {
        var dossier = dossier();
        var token = token(true);
        var content = "%PDF-1.4\n%essai\n";
        var sum =
                Base64.getEncoder()
                        .encodeToString(
                                MessageDigest.getInstance("MD5").digest(content.getBytes("UTF-8")));
        var good = announced(token, dossier, sum, content.length());
        strict("createDirectUpload", good);
        var url = good.body().findValue("url").asString();
        assertThat(put(url, content)).isEqualTo(204);
        assertThat(put(url, content)).isEqualTo(404);
        var other =
                announced(token, dossier, sum, content.length()).body().findValue("url").asString();
        assertThat(put(other, "%PDF-1.4\n%autre\n")).isEqualTo(422);
        var larger =
                announced(token, dossier, sum, content.length()).body().findValue("url").asString();
        assertThat(put(larger, content + content)).isEqualTo(413);
        assertThat(put(address("/api/v2/graphql/depots/" + UUID.randomUUID()), content))
                .isEqualTo(404);
        assertThat(announced(token, dossier, "zz", 10).code()).isEqualTo("bad_request");
        assertThat(announced(token, dossier, sum, 2_000_000_000).code()).isEqualTo("bad_request");
        assertThat(announced(token(false), dossier, sum, 10).code()).isEqualTo("unauthorized");
    }

    private Answer announced(String token, String dossier, String sum, int size) throws Exception {
        return mutation(
                token,
                "createDirectUpload",
                Map.of(
                        "dossierId",
                        typed("Dossier", number(dossier)),
                        "filename",
                        "essai.pdf",
                        "contentType",
                        "application/pdf",
                        "byteSize",
                        size,
                        "checksum",
                        sum));
    }

    private int put(String url, String content) throws Exception {
        var request =
                HttpRequest.newBuilder(URI.create(url))
                        .header("Content-Type", "application/pdf")
                        .PUT(HttpRequest.BodyPublishers.ofString(content))
                        .build();
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private Map<String, Object> input(String dossier, Agent agent) {
        var input = new HashMap<String, Object>();
        input.put("dossierId", typed("Dossier", number(dossier)));
        input.put("instructeurId", typed("Instructeur", agent.id()));
        return input;
    }

    private static String why(Answer answer, String mutation) {
        return answer.data().path(mutation).at("/errors/0/message").asString("nothing: " + answer);
    }

    private static void strict(String mutation, Answer answer) throws Exception {
        new StrictClient()
                .check(
                        StoredQueries.read("ds-mutation-v2.graphql"),
                        mutation,
                        Map.of(),
                        answer.body());
    }
}
