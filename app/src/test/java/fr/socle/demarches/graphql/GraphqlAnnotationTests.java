package fr.socle.demarches.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.demarches.builder.DemarcheBuilder;
import fr.socle.demarches.builder.Publication;
import fr.socle.demarches.builder.Publisher;
import fr.socle.demarches.definition.Champ;
import fr.socle.demarches.definition.ChampId;
import fr.socle.demarches.definition.ChampType;
import fr.socle.demarches.definition.DateHeure;
import fr.socle.directory.Agent;
import fr.socle.directory.Change;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What existing clients note beside a dossier. */
@NullMarked
class GraphqlAnnotationTests extends GraphqlHouse {

    @Autowired DemarcheBuilder procedures;
    @Autowired Publisher publishing;

    /** A dossier of a revision with an annotation of each type that the contract can write. */
    private String annotated() throws Exception {
        var seen = procedures.find(procedure()).orElseThrow().fiche();
        var draft = seen.draft().withAnnotations(annotations());
        var changed = procedures.redraft(seen.id(), draft, seen.habilitations(), seen.version());
        var now = ((Change.Done<fr.socle.demarches.builder.Demarche>) changed).value();
        assertThat(publishing.publish(SOMEONE, now.id(), now.fiche().version()))
                .isInstanceOf(Publication.Published.class);
        return dossier();
    }

    private static List<Champ> annotations() {
        var rows =
                new ChampType.Repetition(
                        List.of(champ("rtxt", "Pièce vue", new ChampType.Texte(60, false))), 0, 2);
        return List.of(
                champ("note", "Avis du service", new ChampType.Texte(100, true)),
                champ("vuuu", "Vu", new ChampType.CaseACocher()),
                champ("urgt", "Urgent", new ChampType.OuiNon()),
                champ("quan", "Vu le", new ChampType.Jour(null, null)),
                champ("heur", "Rendez-vous", new DateHeure(null, null)),
                champ("mont", "Montant", new ChampType.Nombre(true, null, BigDecimal.TEN, "€")),
                champ("nomb", "Nombre", new ChampType.Nombre(false, null, null, "")),
                champ("suit", "Suite", new ChampType.Choix(List.of("Oui", "Non"), false, false)),
                champ("tags", "Motifs", new ChampType.Choix(List.of("A1", "B2"), true, false)),
                champ("rang", "Pièces", rows));
    }

    private static Champ champ(String id, String label, ChampType type) {
        return Champ.of(new ChampId(id), label, false, type);
    }

    private Map<String, Object> one(String dossier, Agent agent, String champ, Object value) {
        var input = input(dossier, agent);
        input.put("annotationId", typed("Champ", champ));
        input.put("value", value);
        return input;
    }

    @Test
    void eachTypeIsNotedByItsOwnMutationAndReadBack() throws Exception {
        var dossier = annotated();
        var mine = agent("Inès Essai", school());
        var token = token(true);
        assertThat(read(token, dossier).path("annotations")).hasSize(10);
        var before = entriesOf("demarches.annotation");
        var wanted = new ArrayList<List<Object>>();
        wanted.add(List.of("Text", "note", "Dossier clair."));
        wanted.add(List.of("Checkbox", "vuuu", true));
        wanted.add(List.of("Checkbox", "urgt", false));
        wanted.add(List.of("Date", "quan", "2026-03-01"));
        wanted.add(List.of("DateTime", "heur", "2026-03-01T09:30:00+01:00"));
        wanted.add(List.of("DecimalNumber", "mont", 1.234));
        wanted.add(List.of("IntegerNumber", "nomb", -3));
        wanted.add(List.of("DropDownList", "suit", "Oui"));
        for (var each : wanted) {
            var operation = "dossierModifierAnnotation" + each.get(0);
            var input = one(dossier, mine, (String) each.get(1), each.get(2));
            strict(operation, mutation(token, operation, input));
        }
        var read = read(token, dossier).path("annotations");
        assertThat(of(read, "note").path("stringValue").asString()).isEqualTo("Dossier clair.");
        assertThat(of(read, "vuuu").path("checked").asBoolean()).isTrue();
        assertThat(of(read, "urgt").path("selected").asBoolean(true)).isFalse();
        assertThat(of(read, "quan").path("date").asString()).isEqualTo("2026-03-01");
        assertThat(of(read, "heur").path("datetime").asString()).startsWith("2026-03-01T09:30");
        assertThat(of(read, "mont").path("decimalNumber").asDouble()).isEqualTo(1.234);
        assertThat(of(read, "nomb").path("integerNumber").asString()).isEqualTo("-3");
        assertThat(of(read, "suit").path("value").asString()).isEqualTo("Oui");
        assertThat(entriesOf("demarches.annotation")).isEqualTo(before + 8);
        mutation(
                token,
                "dossierModifierAnnotationText",
                one(dossier, mine, "note", "Dossier clair."));
        assertThat(entriesOf("demarches.annotation")).as("the same again").isEqualTo(before + 8);
        var usager = page(dossier);
        assertThat(usager).doesNotContain("Dossier clair", "Avis du service");
    }

    private String page(String dossier) {
        return db().sql("SELECT reponses::text FROM demarches.dossier WHERE id = :id::uuid")
                .param("id", dossier)
                .query(String.class)
                .single();
    }

    private JsonNode of(JsonNode annotations, String champ) {
        var id = typed("Champ", champ);
        return annotations
                .valueStream()
                .filter(it -> id.equals(it.path("id").asString()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void rowsAreAddedAndFilled() throws Exception {
        var dossier = annotated();
        var mine = agent("Inès Essai", school());
        var token = token(true);
        var add = one(dossier, mine, "rang", "");
        add.remove("value");
        var operation = "dossierModifierAnnotationAjouterLigne";
        strict(operation, mutation(token, operation, add));
        var row = of(read(token, dossier).path("annotations"), "rang").at("/rows/0/champs/0/id");
        var input = one(dossier, mine, "rtxt", "Livret");
        input.put("annotationId", row.asString());
        strict(
                "dossierModifierAnnotationText",
                mutation(token, "dossierModifierAnnotationText", input));
        var filled = of(read(token, dossier).path("annotations"), "rang");
        assertThat(filled.at("/rows/0/champs/0/stringValue").asString()).isEqualTo("Livret");
        strict(operation, mutation(token, operation, add));
        assertThat(why(mutation(token, operation, add), operation)).contains("2 lignes");
        input.put("annotationId", typed("Champ", "rtxt"));
        assertThat(text(token, input)).contains("n’existe pas");
        add.put("annotationId", typed("Champ", "note"));
        assertThat(why(mutation(token, operation, add), operation)).contains("type");
    }

    private String text(String token, Map<String, Object> input) throws Exception {
        return why(
                mutation(token, "dossierModifierAnnotationText", input),
                "dossierModifierAnnotationText");
    }

    @Test
    void severalAreNotedAtOnceAndTheWrongOnesNamed() throws Exception {
        var dossier = annotated();
        var token = token(true);
        var input = input(dossier, agent("Inès Essai", school()));
        input.put(
                "annotations",
                List.of(
                        wish("tags", Map.of("multipleDropDownList", List.of("A1", "B2"))),
                        wish("rang", Map.of("repetition", 2)),
                        wish("mont", Map.of("decimalNumber", 11.5)),
                        wish("note", Map.of("text", "une ligne")),
                        wish("suit", Map.of("dropDownList", "Peut-être")),
                        wish("zzzz", Map.of("text", "x")),
                        wish("regi", Map.of("yesNo", true))));
        var answer = mutation(token, "dossierModifierAnnotations", input);
        var payload = strict("dossierModifierAnnotations", answer).iterator().next();
        assertThat(payload.path("annotations")).hasSize(2);
        assertThat(payload.path("errors")).hasSize(5);
        assertThat(payload.path("errors").toString()).contains("Montant", "Avis", "Suite");
        var read = read(token, dossier).path("annotations");
        assertThat(of(read, "tags").path("values")).hasSize(2);
        assertThat(of(read, "rang").path("rows")).hasSize(2);
        assertThat(of(read, "mont").path("decimalNumber").isNull()).isTrue();
        input.put("annotations", List.of(wish("note", Map.of("text", "a", "textarea", "b"))));
        assertThat(mutation(token, "dossierModifierAnnotations", input).code())
                .isEqualTo("bad_request");
    }

    private Map<String, Object> wish(String champ, Map<String, Object> value) {
        return Map.of("id", typed("Champ", champ), "value", value);
    }

    @Test
    void whatCannotBeNotedSaysWhy() throws Exception {
        var dossier = annotated();
        var mine = agent("Inès Essai", school());
        var token = token(true);
        assertThat(text(token, one(dossier, mine, "note", "x".repeat(101)))).contains("Avis");
        assertThat(text(token, one(dossier, mine, "regi", "usager"))).contains("n’existe pas");
        assertThat(text(token, one(dossier, mine, "vuuu", "texte"))).contains("type");
        assertThat(text(token, one(dossier, designer(), "note", "x"))).contains("pas chargé");
        assertThat(text(token(false), one(dossier, mine, "note", "x"))).contains("que de lire");
        var nonsense = new HashMap<>(one(dossier, mine, "note", "x"));
        nonsense.put("annotationId", "nonsense");
        assertThat(text(token, nonsense)).contains("nonsense");
        var day = one(dossier, mine, "quan", "2026-02-30");
        assertThat(mutation(token, "dossierModifierAnnotationDate", day).body().has("errors"))
                .isTrue();
        city();
        var others =
                mutation(
                        token(true),
                        "dossierModifierAnnotationText",
                        one(dossier, mine, "note", "x"));
        assertThat(others.code()).isEqualTo("unauthorized");
    }
}
