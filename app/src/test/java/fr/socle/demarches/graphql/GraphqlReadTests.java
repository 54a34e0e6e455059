package fr.socle.demarches.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.demarches.depot.DossierStore;
import fr.socle.demarches.depot.Joined;
import fr.socle.demarches.dossier.DossierId;
import fr.socle.pieces.Accepted;
import fr.socle.pieces.Family;
import fr.socle.pieces.Pieces;
import fr.socle.pieces.Reception;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What existing clients read. */
@NullMarked
class GraphqlReadTests extends GraphqlHouse {

    private static final List<String> INCLUDES =
            List.of(
                    "includeGroupeInstructeurs",
                    "includeDossiers",
                    "includePendingDeletedDossiers",
                    "includeDeletedDossiers",
                    "includeRevision",
                    "includeRevisions",
                    "includeService",
                    "includeAvis",
                    "includeMessages",
                    "includeCorrections",
                    "includeGeometry");

    @Autowired Pieces pieces;
    @Autowired DossierStore dossiers;

    @Test
    void theStoredQueriesAreAnsweredAsAStrictClientWants() throws Exception {
        agent("Inès Essai", school());
        var dossier = dossier();
        var token = token(false);
        var one = checked(token, "getDemarche", "demarcheNumber", demarche());
        var champs = one.at("/demarche/dossiers/nodes/0/champs");
        assertThat(named(champs, "Quotient familial").path("stringValue").asString())
                .isEqualTo("872.50");
        assertThat(named(champs, "Quotient familial").path("decimalNumber").asDouble())
                .isEqualTo(872.5);
        assertThat(named(champs, "Enfant").at("/rows/0/champs/0/stringValue").asString())
                .isEqualTo("Léa");
        assertThat(named(champs, "Régime particulier").path("selected").asBoolean()).isFalse();
        assertThat(champs.toString()).doesNotContain("Lequel");
        var group = checked(token, "getGroupeInstructeur", "groupeInstructeurNumber", groupe());
        assertThat(group.at("/groupeInstructeur/dossiers/nodes")).hasSize(1);
        var alone = checked(token, "getDossier", "dossierNumber", number(dossier));
        assertThat(alone.at("/dossier/champs")).isEqualTo(champs);
        assertThat(alone.at("/dossier/state").asString()).isEqualTo("en_construction");
        var wanted = Map.of("number", demarche());
        var open = checked("", "getDemarcheDescriptor", "demarche", wanted);
        assertThat(open.at("/demarcheDescriptor/revision/champDescriptors")).hasSize(9);
    }

    private JsonNode checked(String token, String operation, String argument, Object value)
            throws Exception {
        var query = StoredQueries.read("ds-query-v2.graphql");
        var variables = new HashMap<String, Object>(Map.of(argument, value));
        INCLUDES.stream()
                .filter(it -> declares(query, operation, it))
                .forEach(it -> variables.put(it, true));
        var answer = stored(token, operation, variables);
        new StrictClient().check(query, operation, variables, answer.body());
        return answer.data();
    }

    private static boolean declares(String query, String operation, String variable) {
        var from = query.indexOf("query " + operation + "(");
        return query.substring(from, query.indexOf(") {", from)).contains("$" + variable + ":");
    }

    private static JsonNode named(JsonNode champs, String label) {
        for (var champ : champs) {
            if (champ.path("label").asString().equals(label)) {
                return champ;
            }
        }
        throw new AssertionError("no " + label + " in " + champs);
    }

    @Test
    void pagesFollowEachOtherBothWays() throws Exception {
        var numbers = new ArrayList<Integer>();
        for (int i = 0; i < 3; i++) {
            numbers.add(number(dossier()));
        }
        var token = token(false);
        var first = page(token, "first: 2");
        assertThat(numbers(first)).isEqualTo(numbers.subList(0, 2));
        assertThat(first.at("/pageInfo/hasNextPage").asBoolean()).isTrue();
        var end = first.at("/pageInfo/endCursor").asString();
        var second = page(token, "first: 2, after: \"" + end + "\"");
        assertThat(numbers(second)).isEqualTo(numbers.subList(2, 3));
        assertThat(second.at("/pageInfo/hasNextPage").asBoolean()).isFalse();
        assertThat(second.at("/pageInfo/hasPreviousPage").asBoolean()).isTrue();
        var start = second.at("/pageInfo/startCursor").asString();
        assertThat(numbers(page(token, "last: 2, before: \"" + start + "\"")))
                .isEqualTo(numbers.subList(0, 2));
        assertThat(numbers(page(token, "order: DESC"))).isEqualTo(numbers.reversed());
        assertThat(numbers(page(token, "state: accepte"))).isEmpty();
        assertThat(numbers(page(token, "archived: true"))).isEmpty();
        assertThat(numbers(page(token, "createdSince: \"2999-01-01T00:00:00Z\""))).isEmpty();
        assertThat(numbers(page(token, "updatedSince: \"2020-01-01T00:00:00+01:00\""))).hasSize(3);
        var wrong = query(token, dossiers("after: \"nonsense\""));
        assertThat(wrong.code()).isEqualTo("bad_request");
    }

    private String dossiers(String arguments) {
        return "{demarche(number: %d) {dossiers(%s) {nodes {number state} pageInfo {hasNextPage hasPreviousPage startCursor endCursor}}}}"
                .formatted(demarche(), arguments);
    }

    private JsonNode page(String token, String arguments) throws Exception {
        var answer = query(token, dossiers(arguments));
        assertThat(answer.body().has("errors")).as(answer.body().toString()).isFalse();
        return answer.data().at("/demarche/dossiers");
    }

    private static List<Integer> numbers(JsonNode page) {
        var numbers = new ArrayList<Integer>();
        page.path("nodes").forEach(it -> numbers.add(it.path("number").asInt()));
        return numbers;
    }

    @Test
    void aReadingIsOneEntryAndAListOfNumbersIsNone() throws Exception {
        var dossier = dossier();
        var token = token(false);
        page(token, "first: 10");
        assertThat(times(dossier)).isEmpty();
        var before = entries();
        stored(token, "getDossier", Map.of("dossierNumber", number(dossier)));
        assertThat(entries()).isGreaterThan(before);
        stored(token, "getDossier", Map.of("dossierNumber", number(dossier)));
        assertThat(times(dossier)).containsExactly(2);
    }

    private List<Integer> times(String dossier) {
        return db().sql("SELECT times FROM demarches.jeton_acces WHERE dossier = :id")
                .param("id", UUID.fromString(dossier))
                .query((row, _) -> row.getInt("times"))
                .list();
    }

    private long entries() {
        return db().sql(
                        "SELECT (SELECT count(*) FROM journal.pending) + (SELECT count(*) FROM journal.content)")
                .query(Long.class)
                .single();
    }

    @Test
    void aLinkOpensItsFileWhileTheTokenHolds() throws Exception {
        var dossier = dossier();
        joined(dossier, "%PDF-1.4\n%essai\n");
        var token = token(false);
        var answer = stored(token, "getDossier", Map.of("dossierNumber", number(dossier)));
        var file = answer.data().at("/dossier/champs").findValue("files").path(0);
        assertThat(file.path("filename").asString()).isEqualTo("livret.pdf");
        var url = file.path("url").asString();
        assertThat(get(url)).isEqualTo(200);
        assertThat(get(url.replaceAll("[?].*", ""))).isEqualTo(404);
        assertThat(get(url.substring(0, url.length() - 3) + "AAA")).isEqualTo(404);
        var other = url.replaceAll("/pieces/[^?]*", "/pieces/" + UUID.randomUUID());
        assertThat(get(other)).isEqualTo(404);
        db().sql("UPDATE demarches.jeton SET revoked_at = now() WHERE organisation = :city")
                .param("city", school().organisation().value())
                .update();
        assertThat(get(url)).isEqualTo(404);
    }

    private void joined(String dossier, String content) {
        var fiche =
                dossiers.find(new DossierId(UUID.fromString(dossier)))
                        .orElseThrow()
                        .dossier()
                        .fiche();
        var received =
                pieces.receive(
                        new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)),
                        Accepted.of(1_000_000, Family.values()),
                        Joined.owner(fiche),
                        "livret.pdf",
                        "application/pdf");
        var piece = ((Reception.Received) received).piece().id();
        db().sql(
                        """
                        UPDATE demarches.dossier
                           SET reponses = jsonb_set(reponses, '{reponses,valeurs,piec}',
                                   jsonb_build_object('kind', 'pieces', 'pieces', jsonb_build_array(:piece::text)))
                         WHERE id = :id
                        """)
                .param("piece", piece.toString())
                .param("id", UUID.fromString(dossier))
                .update();
    }

    @Test
    void aDossierThatIsGoneIsListedWithoutItsPerson() throws Exception {
        var dossier = dossier();
        var number = number(dossier);
        db().sql("DELETE FROM demarches.dossier WHERE id = :id")
                .param("id", UUID.fromString(dossier))
                .update();
        var variables =
                Map.<String, Object>of(
                        "demarcheNumber", demarche(), "includeDeletedDossiers", true);
        var token = token(false);
        var gone =
                stored(token, "getDemarche", variables)
                        .data()
                        .at("/demarche/deletedDossiers/nodes");
        assertThat(gone).hasSize(1);
        assertThat(gone.at("/0/number").asInt()).isEqualTo(number);
        assertThat(gone.at("/0/reason").asString()).isEqualTo("user_request");
        var inGroup =
                query(
                                token,
                                "{groupeInstructeur(number: %d) {deletedDossiers {nodes {number}}}}"
                                        .formatted(groupe()))
                        .data()
                        .at("/groupeInstructeur/deletedDossiers/nodes");
        assertThat(inGroup.at("/0/number").asInt()).isEqualTo(number);
    }
}
