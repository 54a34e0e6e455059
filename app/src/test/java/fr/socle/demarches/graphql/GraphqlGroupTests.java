package fr.socle.demarches.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.directory.Agent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The groups of a procedure, as existing clients read and change them. */
@NullMarked
class GraphqlGroupTests extends GraphqlHouse {

    @Test
    void aDossierGoesToAnotherGroupAndIsReadThere() throws Exception {
        var ines = agent("Inès Essai", school());
        var hugo = agent("Hugo Essai", school());
        var dossier = dossier();
        var stays = dossier();
        var token = token(true);
        var nord = numberOf(created(token, "Nord", hugo));
        assertThat(read(token, dossier).at("/groupeInstructeur/label").asString())
                .isEqualTo("défaut");
        assertThat(read(token, dossier).at("/groupeInstructeur/instructeurs")).hasSize(2);
        var moved = moved(token, dossier, nord);
        assertThat(moved.body().has("errors")).as(moved.toString()).isFalse();
        var groupe = read(token, dossier).path("groupeInstructeur");
        assertThat(groupe.path("number").asInt()).isEqualTo(nord);
        assertThat(groupe.at("/instructeurs/0/email").asString()).isEqualTo(hugo.email());
        assertThat(in(token, nord)).containsExactly(number(dossier));
        assertThat(in(token, groupe())).containsExactly(number(stays));
        assertThat(why(moved(token, dossier, nord), MOVE)).contains("déjà");
        var his = mutation(token, "dossierPasserEnInstruction", input(dossier, ines));
        assertThat(why(his, "dossierPasserEnInstruction")).contains("pas chargé");
        strict(
                "dossierPasserEnInstruction",
                mutation(token, "dossierPasserEnInstruction", input(dossier, hugo)));
        assertThat(entriesOf("demarches.reaffectation")).isPositive();
    }

    private static final String MOVE = "dossierChangerGroupeInstructeur";

    private Answer moved(String token, String dossier, int groupe) throws Exception {
        return query(
                token,
                """
                mutation {dossierChangerGroupeInstructeur(input: {dossierId: "%s", groupeInstructeurId: "%s"})
                  {dossier {id groupeInstructeur {id number}} errors {message}}}
                """
                        .formatted(
                                typed("Dossier", number(dossier)),
                                typed("GroupeInstructeur", groupe)));
    }

    private List<Integer> in(String token, int groupe) throws Exception {
        var query = "{groupeInstructeur(number: %d) {dossiers {nodes {number}}}}";
        return query(token, query.formatted(groupe))
                .data()
                .at("/groupeInstructeur/dossiers/nodes")
                .valueStream()
                .map(it -> it.path("number").asInt())
                .toList();
    }

    private JsonNode created(String token, String label, Agent agent) throws Exception {
        var answer =
                mutation(
                        token,
                        "groupeInstructeurCreer",
                        Map.of(
                                "demarche",
                                Map.of("number", demarche()),
                                "groupeInstructeur",
                                Map.of(
                                        "label",
                                        label,
                                        "instructeurs",
                                        List.of(
                                                Map.of("email", String.valueOf(agent.email())),
                                                Map.of("email", "inconnu@essai.example")))));
        return strict("groupeInstructeurCreer", answer).path("groupeInstructeurCreer");
    }

    private int numberOf(JsonNode payload) {
        var id = payload.at("/groupeInstructeur/id").asString();
        return fr.socle.demarches.graphql.read.TypedId.number("GroupeInstructeur", id)
                .orElseThrow();
    }

    @Test
    void aGroupIsMadeNamedClosedAndListed() throws Exception {
        var ines = agent("Inès Essai", school());
        var hugo = agent("Hugo Essai", school());
        var token = token(true);
        var made = created(token, "Sud", ines);
        assertThat(made.at("/warnings/0/message").asString()).contains("inconnu@essai.example");
        assertThat(made.path("errors").isNull()).isTrue();
        var id = made.at("/groupeInstructeur/id").asString();
        var twice = mutation(token, "groupeInstructeurCreer", again("Sud"));
        assertThat(why(twice, "groupeInstructeurCreer")).contains("Sud");
        var nameless = mutation(token, "groupeInstructeurCreer", again("  "));
        assertThat(why(nameless, "groupeInstructeurCreer")).contains("nom");
        var endless = mutation(token, "groupeInstructeurCreer", again("x".repeat(121)));
        assertThat(why(endless, "groupeInstructeurCreer")).contains("120");
        people(token, "groupeInstructeurAjouterInstructeurs", id, hugo);
        assertThat(agents(token, numberOf(made))).isEqualTo(2);
        people(token, "groupeInstructeurSupprimerInstructeurs", id, hugo);
        assertThat(agents(token, numberOf(made))).isEqualTo(1);
        var last = named(token, "groupeInstructeurSupprimerInstructeurs", id, ines);
        assertThat(why(last, "groupeInstructeurSupprimerInstructeurs")).contains("au moins un");
        var absent = named(token, "groupeInstructeurSupprimerInstructeurs", id, hugo);
        assertThat(why(absent, "groupeInstructeurSupprimerInstructeurs")).contains("Aucun");
        strict(
                "groupeInstructeurModifier",
                mutation(
                        token,
                        "groupeInstructeurModifier",
                        Map.of("groupeInstructeurId", id, "label", "Sud-Est", "closed", true)));
        assertThat(listed(token, "(closed: true)")).containsExactly("Sud-Est");
        assertThat(listed(token, "(closed: false)")).containsExactly("défaut");
        assertThat(listed(token, "")).containsExactly("défaut", "Sud-Est");
        var closedDefault =
                mutation(
                        token,
                        "groupeInstructeurModifier",
                        Map.of(
                                "groupeInstructeurId",
                                typed("GroupeInstructeur", groupe()),
                                "closed",
                                true));
        assertThat(why(closedDefault, "groupeInstructeurModifier")).doesNotContain("nothing");
        assertThat(why(moved(token, dossier(), numberOf(made)), MOVE)).contains("fermé");
    }

    private Map<String, Object> again(String label) {
        return Map.of(
                "demarche",
                Map.of("number", demarche()),
                "groupeInstructeur",
                Map.of("label", label));
    }

    private Answer named(String token, String mutation, String groupe, Agent agent)
            throws Exception {
        var who = List.of(Map.of("id", typed("Instructeur", agent.id())));
        return mutation(
                token, mutation, Map.of("groupeInstructeurId", groupe, "instructeurs", who));
    }

    private void people(String token, String mutation, String groupe, Agent agent)
            throws Exception {
        strict(mutation, named(token, mutation, groupe, agent));
    }

    private int agents(String token, int groupe) throws Exception {
        return query(token, "{groupeInstructeur(number: %d) {instructeurs {id}}}".formatted(groupe))
                .data()
                .at("/groupeInstructeur/instructeurs")
                .size();
    }

    private List<String> listed(String token, String arguments) throws Exception {
        var query = "{demarche(number: %d) {groupeInstructeurs%s {label closed}}}";
        return query(token, query.formatted(demarche(), arguments))
                .data()
                .at("/demarche/groupeInstructeurs")
                .valueStream()
                .map(it -> it.path("label").asString())
                .toList();
    }

    @Test
    void theGroupsOfOthersAreNotForThisToken() throws Exception {
        var mine = token(true);
        var groupe = groupe();
        var dossier = dossier();
        var label = new HashMap<String, Object>();
        label.put("groupeInstructeurId", typed("GroupeInstructeur", 999_999_999));
        label.put("label", "Autre");
        assertThat(mutation(mine, "groupeInstructeurModifier", label).code())
                .isEqualTo("not_found");
        label.put("groupeInstructeurId", "nonsense");
        assertThat(mutation(mine, "groupeInstructeurModifier", label).code())
                .isEqualTo("not_found");
        assertThat(moved(mine, dossier, 999_999_999).code()).isEqualTo("not_found");
        assertThat(
                        why(
                                mutation(
                                        token(false),
                                        "groupeInstructeurModifier",
                                        with(label, groupe)),
                                "groupeInstructeurModifier"))
                .contains("que de lire");
        var both = Map.<String, Object>of("id", "x", "email", "x@essai.example");
        var who =
                Map.<String, Object>of(
                        "groupeInstructeurId",
                        typed("GroupeInstructeur", groupe),
                        "instructeurs",
                        List.of(both));
        assertThat(mutation(mine, "groupeInstructeurAjouterInstructeurs", who).code())
                .isEqualTo("bad_request");
        city();
        var others = token(true);
        assertThat(mutation(others, "groupeInstructeurModifier", with(label, groupe)).code())
                .isEqualTo("unauthorized");
        assertThat(query(others, "{groupeInstructeur(number: %d) {id}}".formatted(groupe)).code())
                .isEqualTo("unauthorized");
        assertThat(query(others, "{groupeInstructeur(number: 999999999) {id}}").code())
                .isEqualTo("not_found");
    }

    private Map<String, Object> with(Map<String, Object> input, int groupe) {
        input.put("groupeInstructeurId", typed("GroupeInstructeur", groupe));
        return input;
    }

    @Test
    void aProcedureIsCopiedUnderAnotherTitle() throws Exception {
        var token = token(true);
        var input = new HashMap<String, Object>();
        input.put("demarche", Map.of("number", demarche()));
        input.put("title", "Copie d’essai");
        var made = strict("demarcheCloner", mutation(token, "demarcheCloner", input));
        var number = made.at("/demarcheCloner/demarche/number").asInt();
        var copy =
                query(
                                token,
                                "{demarche(number: %d) {title state draftRevision {champDescriptors {label}}}}"
                                        .formatted(number))
                        .data()
                        .path("demarche");
        assertThat(copy.path("title").asString()).isEqualTo("Copie d’essai");
        assertThat(copy.path("state").asString()).isEqualTo("brouillon");
        assertThat(copy.at("/draftRevision/champDescriptors")).hasSize(9);
        input.put("title", "x".repeat(300));
        assertThat(why(mutation(token, "demarcheCloner", input), "demarcheCloner")).contains("255");
        input.put("demarche", Map.of());
        assertThat(mutation(token, "demarcheCloner", input).code()).isEqualTo("bad_request");
        input.put("demarche", Map.of("number", 999_999_999));
        assertThat(mutation(token, "demarcheCloner", input).code()).isEqualTo("not_found");
    }
}
