package fr.socle.demarches.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.demarches.graphql.write.Mutations;
import graphql.schema.idl.SchemaParser;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

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
        var mine = agent("Inès Essai", school());
        var input = input(dossier, mine);
        input.put("body", "Précisez l’école de Léa.");
        input.put("correction", "outdated");
        strict("dossierEnvoyerMessage", mutation(token, "dossierEnvoyerMessage", input));
        var read = read(token, dossier);
        var message = read.at("/messages/0");
        assertThat(message.path("body").asString()).isEqualTo("Précisez l’école de Léa.");
        assertThat(message.at("/correction/reason").asString()).isEqualTo("outdated");
        assertThat(message.at("/correction/dateResolution").isNull()).isTrue();
        assertThat(read.path("dateDerniereCorrectionEnAttente").isString()).isTrue();
        strict(
                "dossierPasserEnInstruction",
                mutation(token, "dossierPasserEnInstruction", input(dossier, mine)));
        assertThat(read(token, dossier).at("/messages/0/correction/dateResolution").isString())
                .isTrue();
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
                .contains("ne le permet pas");
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
        unsaid.put("motivation", "Rien.");
        assertThat(mutation(token(true), "dossierRefuser", unsaid).code())
                .isEqualTo("unauthorized");
    }

    @Test
    void aDecisionIsTakenBackAndADecidedDossierArchived() throws Exception {
        var dossier = dossier();
        var token = token(true);
        var input = input(dossier, agent("Inès Essai", school()));
        strict("dossierPasserEnInstruction", mutation(token, "dossierPasserEnInstruction", input));
        strict(
                "dossierRepasserEnConstruction",
                mutation(token, "dossierRepasserEnConstruction", input));
        assertThat(
                        why(
                                mutation(token, "dossierRepasserEnConstruction", input),
                                "dossierRepasserEnConstruction"))
                .contains("Déposé");
        assertThat(
                        why(
                                mutation(token, "dossierRepasserEnInstruction", input),
                                "dossierRepasserEnInstruction"))
                .contains("Déposé");
        mutation(token, "dossierPasserEnInstruction", input);
        var reasoned = new HashMap<>(input);
        reasoned.put("motivation", "Retiré par la famille.");
        strict("dossierClasserSansSuite", mutation(token, "dossierClasserSansSuite", reasoned));
        strict("dossierArchiver", mutation(token, "dossierArchiver", input));
        assertThat(read(token, dossier).path("archived").asBoolean()).isTrue();
        assertThat(numbers(token, "archived: true")).containsExactly(number(dossier));
        assertThat(numbers(token, "archived: false")).isEmpty();
        strict("dossierDesarchiver", mutation(token, "dossierDesarchiver", input));
        var again =
                strict(
                        "dossierRepasserEnInstruction",
                        mutation(token, "dossierRepasserEnInstruction", input));
        assertThat(again.findValue("state").asString()).isEqualTo("en_instruction");
        assertThat(read(token, dossier).path("traitements").toString())
                .contains("repasse_en_instruction", "classe_sans_suite");
    }

    private List<Integer> numbers(String token, String arguments) throws Exception {
        var query = "{demarche(number: %d) {dossiers(%s) {nodes {number}}}}";
        var nodes =
                query(token, query.formatted(demarche(), arguments))
                        .data()
                        .at("/demarche/dossiers/nodes");
        return nodes.valueStream().map(it -> it.path("number").asInt()).toList();
    }

    @Autowired Mutations mutations;

    @Test
    void everyMutationOfTheContractIsDone() {
        var types = new SchemaParser().parse(StoredQueries.read("schema.graphqls"));
        assertThat(mutations.names()).containsExactlyInAnyOrderElementsOf(Wiring.names(types));
        assertThat(mutations.names()).hasSize(29);
    }

    @Test
    void anAnnouncedFileIsReceivedOnceAndOnlyThatFile() throws Exception {
        var dossier = dossier();
        var token = token(true);
        var content = "%PDF-1.4\n%essai\n";
        var sum = md5(content);
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
}
