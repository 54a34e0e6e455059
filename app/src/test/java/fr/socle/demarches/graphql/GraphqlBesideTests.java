package fr.socle.demarches.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.demarches.depot.DossierStore;
import fr.socle.demarches.dossier.Dossier.Depose;
import fr.socle.demarches.dossier.DossierId;
import fr.socle.demarches.expert.Experts;
import fr.socle.demarches.expert.Question;
import fr.socle.demarches.graphql.read.TypedId;
import fr.socle.demarches.liste.EtiquetteStore;
import fr.socle.kernel.EmailAddress;
import fr.socle.ui.access.Visitor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What existing clients write and stick beside a dossier: messages, labels, followers. */
@NullMarked
class GraphqlBesideTests extends GraphqlHouse {

    @Autowired EtiquetteStore etiquettes;
    @Autowired Experts experts;
    @Autowired DossierStore dossiers;

    @Test
    void whatAnExpertThinksIsRead() throws Exception {
        var dossier = dossier();
        var mine = agent("Inès Essai", school());
        var stored = dossiers.find(DossierId.of(dossier).orElseThrow()).orElseThrow();
        var guichet = stored.dossier().fiche().guichet();
        var agent =
                new Visitor.Agent(
                        mine.id().value(),
                        mine.name(),
                        guichet.organisation().value(),
                        guichet.organisationName(),
                        Set.of(),
                        Set.of());
        var question = new Question("Qu’en pensez-vous ?", "Favorable ?", false, false, null);
        var expert = EmailAddress.parse("expert@essai.example").orThrow();
        assertThat(experts.ask((Depose) stored.dossier(), agent, question, List.of(expert)))
                .isTrue();
        var token = token(false);
        var variables =
                Map.<String, Object>of("dossierNumber", number(dossier), "includeAvis", true);
        var answer = stored(token, "getDossier", variables);
        new StrictClient()
                .check(
                        StoredQueries.read("ds-query-v2.graphql"),
                        "getDossier",
                        variables,
                        answer.body());
        var avis = answer.data().at("/dossier/avis/0");
        assertThat(avis.path("question").asString()).isEqualTo("Qu’en pensez-vous ?");
        assertThat(avis.at("/expert/email").asString()).isEqualTo("expert@essai.example");
        assertThat(avis.path("reponse").isNull()).isTrue();
    }

    @Test
    void aMessageIsSentReadAndTakenBackOnce() throws Exception {
        var dossier = dossier();
        var mine = agent("Inès Essai", school());
        var token = token(true);
        var input = input(dossier, mine);
        input.put("body", "Bonjour, tout va bien.");
        var sent = strict("dossierEnvoyerMessage", mutation(token, "dossierEnvoyerMessage", input));
        var id = sent.at("/dossierEnvoyerMessage/message/id").asString();
        var read = read(token, dossier).at("/messages/0");
        assertThat(read.path("id").asString()).isEqualTo(id);
        assertThat(read.path("body").asString()).isEqualTo("Bonjour, tout va bien.");
        assertThat(read.path("email").asString()).isEqualTo("Vie scolaire");
        assertThat(read.path("correction").isNull()).isTrue();
        var take = new HashMap<String, Object>();
        take.put("messageId", id);
        take.put("instructeurId", typed("Instructeur", designer().id()));
        assertThat(why(mutation(token, "dossierSupprimerMessage", take), "dossierSupprimerMessage"))
                .contains("pas chargé");
        take.put("instructeurId", typed("Instructeur", mine.id()));
        var gone =
                strict("dossierSupprimerMessage", mutation(token, "dossierSupprimerMessage", take));
        assertThat(gone.findValue("discardedAt").isString()).isTrue();
        assertThat(read(token, dossier).at("/messages/0/body").asString()).isEmpty();
        assertThat(entriesOf("demarches.message-retire")).isPositive();
        assertThat(why(mutation(token, "dossierSupprimerMessage", take), "dossierSupprimerMessage"))
                .contains("déjà");
        take.put("messageId", typed("Commentaire", UUID.randomUUID()));
        assertThat(mutation(token, "dossierSupprimerMessage", take).code()).isEqualTo("not_found");
        take.put("messageId", "nonsense");
        assertThat(mutation(token, "dossierSupprimerMessage", take).code()).isEqualTo("not_found");
    }

    @Test
    void aFileGoesWithOneMessageAndLeavesWithIt() throws Exception {
        var dossier = dossier();
        var mine = agent("Inès Essai", school());
        var token = token(true);
        var content = "%PDF-1.4\n%essai\n";
        var upload = announced(token, dossier, md5(content), content.length()).body();
        var input = input(dossier, mine);
        input.put("body", "Voici le document.");
        input.put("attachment", upload.findValue("signedBlobId").asString());
        assertThat(sent(token, input)).as("announced only").contains("pas été reçu");
        assertThat(put(upload.findValue("url").asString(), content)).isEqualTo(204);
        var other = new HashMap<>(input);
        other.put("dossierId", typed("Dossier", number(dossier())));
        assertThat(sent(token, other)).as("another dossier").contains("pas été reçu");
        assertThat(sent(token(true), input)).as("another token").contains("pas été reçu");
        var sent = strict("dossierEnvoyerMessage", mutation(token, "dossierEnvoyerMessage", input));
        assertThat(sent(token, input)).as("twice").contains("pas été reçu");
        var file = read(token, dossier).at("/messages/0/attachments/0");
        assertThat(file.path("filename").asString()).isEqualTo("essai.pdf");
        assertThat(get(file.path("url").asString())).isEqualTo(200);
        var take = new HashMap<String, Object>();
        take.put("messageId", sent.at("/dossierEnvoyerMessage/message/id").asString());
        take.put("instructeurId", typed("Instructeur", mine.id()));
        strict("dossierSupprimerMessage", mutation(token, "dossierSupprimerMessage", take));
        assertThat(get(file.path("url").asString())).isEqualTo(410);
        assertThat(read(token, dossier).at("/messages/0/attachments")).isEmpty();
    }

    @Test
    void whatTheUsagerWroteIsReadAndStays() throws Exception {
        var dossier = dossier();
        var mine = agent("Inès Essai", school());
        var message = UUID.randomUUID();
        db().sql(
                        """
                        INSERT INTO demarches.message (id, dossier, body, sent_at)
                        VALUES (:id, :dossier, 'Merci.', now())
                        """)
                .param("id", message)
                .param("dossier", UUID.fromString(dossier))
                .update();
        var token = token(true);
        var read = read(token, dossier);
        assertThat(read.at("/messages/0/email").asString())
                .isEqualTo(read.at("/usager/email").asString());
        var take = new HashMap<String, Object>();
        take.put("messageId", typed("Commentaire", message));
        take.put("instructeurId", typed("Instructeur", mine.id()));
        assertThat(why(mutation(token, "dossierSupprimerMessage", take), "dossierSupprimerMessage"))
                .contains("usager");
    }

    @Test
    void aMessageThatCannotBeSentSaysWhy() throws Exception {
        var dossier = dossier();
        var token = token(true);
        var input = input(dossier, agent("Inès Essai", school()));
        input.put("body", "   ");
        assertThat(sent(token, input)).contains("message");
        input.put("body", "x".repeat(4001));
        assertThat(sent(token, input)).contains("4");
        input.put("body", "Voici.");
        input.put("attachment", typed("SignedBlob", UUID.randomUUID()));
        assertThat(sent(token, input)).contains("pas été reçu");
        input.put("correction", "incomplete");
        assertThat(sent(token, input)).contains("sans pièce jointe");
        input.remove("attachment");
        input.put("correction", "nonsense");
        assertThat(mutation(token, "dossierEnvoyerMessage", input).data().isNull()).isTrue();
        assertThat(read(token, dossier).path("messages")).isEmpty();
    }

    private String sent(String token, Map<String, Object> input) throws Exception {
        return why(mutation(token, "dossierEnvoyerMessage", input), "dossierEnvoyerMessage");
    }

    @Test
    void aLabelOfTheProcedureIsStuckOnceAndRemoved() throws Exception {
        etiquettes.add(procedure(), "Urgent", "pink_macaron");
        var dossier = dossier();
        var token = token(true);
        var label =
                query(
                                token,
                                "{demarche(number: %d) {labels {id name color}}}"
                                        .formatted(demarche()))
                        .data()
                        .at("/demarche/labels/0");
        assertThat(label.path("color").asString()).isEqualTo("pink_macaron");
        var id = label.path("id").asString();
        assertThat(labelled(token, "dossierAjouterLabel", dossier, id).at("/dossier/labels"))
                .hasSize(1);
        assertThat(why(label(token, "dossierAjouterLabel", dossier, id), "dossierAjouterLabel"))
                .contains("déjà");
        assertThat(
                        labelled(token, "dossierSupprimerLabel", dossier, id)
                                .at("/label/name")
                                .asString())
                .isEqualTo("Urgent");
        assertThat(why(label(token, "dossierSupprimerLabel", dossier, id), "dossierSupprimerLabel"))
                .contains("ne porte pas");
        assertThat(label(token, "dossierAjouterLabel", dossier, typed("Label", 999_999_999)).code())
                .isEqualTo("not_found");
        city();
        etiquettes.add(procedure(), "Ailleurs", "blue_ecume");
        var elsewhere =
                db().sql("SELECT max(id) FROM demarches.etiquette").query(Integer.class).single();
        assertThat(label(token, "dossierAjouterLabel", dossier, typed("Label", elsewhere)).code())
                .isEqualTo("not_found");
        assertThat(label(token(true), "dossierAjouterLabel", dossier, id).code())
                .isEqualTo("unauthorized");
    }

    private Answer label(String token, String mutation, String dossier, String label)
            throws Exception {
        return query(
                token,
                "mutation {%s(input: {dossierId: \"%s\", labelId: \"%s\"}) {dossier {labels {id name}} label {id name} errors {message}}}"
                        .formatted(mutation, typed("Dossier", number(dossier)), label));
    }

    private tools.jackson.databind.JsonNode labelled(
            String token, String mutation, String dossier, String label) throws Exception {
        var answer = label(token, mutation, dossier, label);
        assertThat(answer.body().has("errors")).as(answer.toString()).isFalse();
        return answer.data().path(mutation);
    }

    @Test
    void anAgentFollowsADossierAndNoLonger() throws Exception {
        var dossier = dossier();
        var mine = agent("Inès Essai", school());
        var token = token(true);
        var input = input(dossier, mine);
        input.put("follow", true);
        var followed = strict("dossierBasculeSuivi", mutation(token, "dossierBasculeSuivi", input));
        var me = typed("Instructeur", mine.id());
        assertThat(followed.at("/dossierBasculeSuivi/instructeur/id").asString()).isEqualTo(me);
        assertThat(read(token, dossier).at("/instructeurs/0/id").asString()).isEqualTo(me);
        mutation(token, "dossierBasculeSuivi", input);
        assertThat(read(token, dossier).path("instructeurs")).hasSize(1);
        input.put("follow", false);
        strict("dossierBasculeSuivi", mutation(token, "dossierBasculeSuivi", input));
        assertThat(read(token, dossier).path("instructeurs")).isEmpty();
        var stranger = input(dossier, designer());
        assertThat(why(mutation(token, "dossierBasculeSuivi", stranger), "dossierBasculeSuivi"))
                .contains("pas chargé");
        assertThat(TypedId.read("Instructeur", me)).isPresent();
    }
}
