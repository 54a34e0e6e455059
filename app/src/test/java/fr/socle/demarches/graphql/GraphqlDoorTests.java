package fr.socle.demarches.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.htmlunit.html.HtmlPage;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Who is not let in, and what is not answered. */
@NullMarked
class GraphqlDoorTests extends GraphqlHouse {

    @Test
    void withoutATokenOnlyWhatIsPublicIsRead() throws Exception {
        var raw = query("", "{dossier(number: 1) {id}}");
        assertThat(raw.status()).isEqualTo(403);
        assertThat(raw.code()).isEqualTo("forbidden");
        var closed = stored("", "getDemarche", Map.of("demarcheNumber", demarche()));
        assertThat(closed.code()).isEqualTo("unauthorized");
        assertThat(closed.data().isNull()).isTrue();
        var dossier = stored("", "getDossier", Map.of("dossierNumber", number(dossier())));
        assertThat(dossier.code()).isEqualTo("unauthorized");
        assertThat(call("demarches_unknown", "{}").status()).isEqualTo(401);
    }

    @Test
    void aTokenOpensItsOrganisationsProceduresOnly() throws Exception {
        var mine = demarche();
        var dossier = number(dossier());
        var id =
                db().sql("SELECT id::text FROM demarches.demarche WHERE serial = :n")
                        .param("n", mine)
                        .query(String.class)
                        .single();
        var targeted = token(false, "", id);
        assertThat(read(targeted, mine).code()).isEmpty();
        var groupe = groupe();
        city();
        var theirs = token(false);
        assertThat(read(theirs, mine).code()).isEqualTo("unauthorized");
        assertThat(query(theirs, "{dossier(number: " + dossier + ") {id}}").code())
                .isEqualTo("unauthorized");
        assertThat(query(theirs, "{groupeInstructeur(number: " + groupe + ") {id}}").code())
                .isEqualTo("unauthorized");
        assertThat(read(targeted, demarche()).code()).isEqualTo("unauthorized");
        assertThat(read(theirs, 999_999_999).code()).isEqualTo("not_found");
    }

    private Answer read(String token, int demarche) throws Exception {
        return query(token, "{demarche(number: " + demarche + ") {id}}");
    }

    @Test
    void aTokenThatEndedOrComesFromElsewhereIsRefused() throws Exception {
        var number = demarche();
        assertThat(read(token(false, "203.0.113.0/24", ""), number).status()).isEqualTo(401);
        assertThat(read(token(false, "127.0.0.0/8\n::1", ""), number).status()).isEqualTo(200);
        var expired = token(false);
        db().sql(
                        "UPDATE demarches.jeton SET created_at = now() - interval '9 days', expires_at = now() - interval '1 day' WHERE organisation = :city")
                .param("city", school().organisation().value())
                .update();
        assertThat(read(expired, number).status()).isEqualTo(401);
        var revoked = token(false);
        HtmlPage list =
                agentBrowser(designer()).getPage(address("/administration/demarches/jetons"));
        assertThat(list.asNormalizedText()).contains("Programme d’essai").doesNotContain(revoked);
        press(formTo(list, "/revocation"), "Révoquer");
        assertThat(read(revoked, number).status()).isEqualTo(401);
    }

    @Test
    void aTokenHasItsCallsOfTheMinute() throws Exception {
        var token = token(false);
        db().sql(
                        "UPDATE demarches.jeton SET minute = floor(extract(epoch FROM now()) / 60), calls = 400 WHERE organisation = :city")
                .param("city", school().organisation().value())
                .update();
        var late = read(token, demarche());
        assertThat(late.status()).isIn(429, 200);
        assertThat(late.status() == 429).isEqualTo(late.code().equals("too_many_requests"));
    }

    @Test
    void aFormOfATokenTellsWhatIsWrong() throws Exception {
        HtmlPage page =
                agentBrowser(designer())
                        .getPage(address("/administration/demarches/jetons/nouveau"));
        var form = formTo(page, "/jetons/nouveau");
        form.getInputsByValue("choisies").getFirst().setChecked(true);
        form.getTextAreaByName("reseaux").setText("ville.example");
        form.getInputByName("days").setValue("9999");
        var again = press(form, "Créer un jeton");
        assertThat(again.getWebResponse().getStatusCode()).isEqualTo(422);
        assertThat(again.asNormalizedText())
                .contains("ville.example", "Choisissez au moins une démarche")
                .doesNotContain("demarches_");
    }

    @Test
    void whatIsTooMuchIsNotLookedAt() throws Exception {
        var token = token(false);
        var huge = "{\"query\":\"" + " ".repeat(600_000) + "\"}";
        assertThat(call(token, huge).status()).isEqualTo(413);
        var deep = "{__schema{types{fields{type" + "{ofType".repeat(20) + "{name" + "}".repeat(25);
        assertThat(query(token, deep).code()).isEqualTo("query_too_complex");
        var flood =
                IntStream.range(0, 100)
                        .mapToObj(i -> "a" + i + ": dossier(number: " + i + ") {id}")
                        .collect(Collectors.joining(" ", "{", "}"));
        var refused = query(token, flood);
        assertThat(refused.code()).isEqualTo("query_too_complex");
        assertThat(refused.data().isNull()).isTrue();
    }

    @Test
    void whatIsWrongIsNamed() throws Exception {
        var token = token(false);
        assertThat(call(token, "not json").status()).isEqualTo(400);
        assertThat(call(token, "{\"query\": 12}").code()).isEqualTo("bad_request");
        assertThat(call(token, "{\"queryId\": \"ds-query-v9\"}").status()).isEqualTo(400);
        assertThat(query(token, "{demarche(").status()).isEqualTo(400);
        assertThat(query(token, "{demarche(").code()).isEqualTo("graphql_parse_failed");
        assertThat(query(token, "{nothing}").code()).isEqualTo("undefinedField");
        assertThat(query(token, "{dossier(number: \"one\") {id}}").code())
                .isEqualTo("argumentLiteralsIncompatible");
        assertThat(query(token, "{dossier {id}}").code()).isEqualTo("missingRequiredArguments");
        assertThat(stored(token, "getDossier", Map.of("dossierNumber", "one")).code())
                .isEqualTo("bad_request");
        assertThat(stored(token, "getDossier", Map.of()).code()).isEqualTo("bad_request");
        var both = Map.<String, Object>of("demarche", Map.of("id", "zz", "number", 1));
        assertThat(stored(token, "getDemarcheDescriptor", both).code()).isEqualTo("bad_request");
        var introspection = call(token, Map.of("queryId", "introspection"));
        assertThat(introspection.data().at("/__schema/queryType/name").asString())
                .isEqualTo("Query");
    }

    @Test
    void whatAProcedureAsksIsThereForEveryone() throws Exception {
        var slug =
                db().sql("SELECT slug FROM demarches.demarche WHERE serial = :n")
                        .param("n", demarche())
                        .query(String.class)
                        .single();
        var page = browser().getPage(address("/preremplir/" + slug + "/schema"));
        var schema = JSON.readTree(page.getWebResponse().getContentAsString());
        assertThat(schema.path("number").asInt()).isEqualTo(demarche());
        assertThat(schema.at("/revision/champDescriptors/2/label").asString())
                .isEqualTo("Quotient familial");
        assertThat(status(browser(), "/preremplir/nothing-here/schema")).isEqualTo(404);
    }
}
