package fr.socle.citoyen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.socle.citoyen.usages.Family;
import fr.socle.citoyen.usages.Filter;
import fr.socle.citoyen.usages.Told;
import fr.socle.citoyen.usages.Usage;
import fr.socle.citoyen.usages.Usages;
import fr.socle.directory.Agent;
import fr.socle.directory.AgentId;
import fr.socle.journal.Audience;
import fr.socle.journal.Entry;
import fr.socle.journal.Journal;
import fr.socle.journal.Kind;
import fr.socle.journal.Part;
import fr.socle.journal.Retention;
import fr.socle.kernel.PersonRef;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a data protection officer sees, and what the person learns of it. */
class ProtectionTests extends RealHouse {

    private static final String PAGE = "/administration/protection-donnees";
    private static final String OFFICER = "delegue-protection-donnees";

    @Autowired Journal journal;
    @Autowired Usages usages;

    private final PersonRef person = PersonRef.fresh(new SecureRandom());
    private final AgentId agent = new AgentId(UUID.randomUUID());

    /** An agent of the city opened a dossier and was refused another. */
    private record Seen(String word, AgentId agent, UUID organisation, PersonRef person)
            implements Entry {

        @Override
        public Kind kind() {
            return new Kind("demarches." + word, Retention.of(Period.ofYears(3)));
        }

        @Override
        public List<Part> parts() {
            return List.of(
                    Part.readBy(Audience.AUDITEUR, Audience.DPO)
                            .with("organisation", organisation.toString()),
                    Part.readBy(Audience.DPO).with("agent", agent.toString()),
                    Part.readBy(Audience.PERSONNE)
                            .about(person)
                            .with("organisation", "Ville de Beaumont"));
        }
    }

    @BeforeEach
    void anAgentActs() {
        agents.insert(
                new Agent(agent, "Dominique Inventé (essai)", null, true, false, 1), Instant.now());
        var city = organisation(CITY).id().value();
        journal.appendAlone(new Seen("consultation", agent, city, person));
        journal.appendAlone(new Seen("consultation-refusee", agent, city, person));
        await().atMost(Duration.ofSeconds(10))
                .until(
                        () ->
                                db.sql("SELECT count(*) FROM citoyen.acces WHERE agent = :agent")
                                                .param("agent", agent.value())
                                                .query(Long.class)
                                                .single()
                                        == 2);
    }

    @Test
    void volumesAndWhatIsWorthALookNameNoAgent() throws IOException {
        var page = page(agent(organisation(CITY), OFFICER), PAGE + "?jours=7");
        assertThat(page.asNormalizedText())
                .contains("Consulter un dossier pour l’instruire", "Agent 1")
                .contains("sans dossier ouvert dont il soit chargé")
                .doesNotContain("Dominique", agent.toString());
        var other = page(agent(organisation(MINISTRY), OFFICER), PAGE).asNormalizedText();
        assertThat(other).doesNotContain("sans dossier ouvert dont il soit chargé");
        assertThat(status(agent(organisation(CITY), "concepteur"), PAGE)).isEqualTo(403);
        assertThat(status(agent(organisation(CITY), OFFICER), PAGE + "?jours=abc")).isEqualTo(200);
    }

    @Test
    void aNameOpensOnAGroundThatThePersonConcernedReads() throws IOException {
        var path = path();
        var officer = agent(organisation(CITY), OFFICER);
        var refused = send(formTo(page(officer, path), path));
        assertThat(refused.getWebResponse().getStatusCode()).isEqualTo(422);
        assertThat(refused.asNormalizedText()).doesNotContain("Dominique");
        var form = formTo(refused, path);
        form.getTextAreaByName("motif").setText("Contrôle annuel des accès.");
        HtmlPage opened = send(form);
        assertThat(opened.asNormalizedText()).contains("Dominique Inventé (essai)");
        assertThat(opened.getWebResponse().getResponseHeaderValue("Cache-Control"))
                .contains("no-store");
        assertThat(page(officer, path).asNormalizedText()).doesNotContain("Dominique");
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(
                        () ->
                                assertThat(lines())
                                        .extracting(Usage::kind)
                                        .contains("citoyen.nom-ouvert"));
        assertThat(lines().getFirst().motif())
                .contains("Contrôle annuel des accès.")
                .doesNotContain("Dominique");
    }

    @Test
    void anotherOrganisationOpensNothing() throws IOException {
        var path = path();
        var other = agent(organisation(MINISTRY), OFFICER);
        assertThat(status(other, path)).isEqualTo(404);
        assertThat(status(other, PAGE + "/acces/1/999999999999")).isEqualTo(404);
        assertThat(status(agent(organisation(CITY), OFFICER), PAGE + "/acces/9/0")).isEqualTo(404);
        assertThat(lines()).extracting(Usage::kind).doesNotContain("citoyen.nom-ouvert");
    }

    @Test
    void whatTheJournalErasedIsCountedNoMore() {
        var index = Long.parseLong(path().substring(path().lastIndexOf('/') + 1));
        journal.erase(index, "essai");
        await().atMost(Duration.ofSeconds(10))
                .until(
                        () ->
                                db.sql("SELECT count(*) FROM citoyen.acces WHERE agent = :agent")
                                                .param("agent", agent.value())
                                                .query(Long.class)
                                                .single()
                                        == 1);
    }

    @Test
    void theRegisterListsWhatIsInForceAndNothingOfOthers() throws IOException {
        var city = page(agent(organisation(CITY), OFFICER), PAGE + "/registre");
        assertThat(city.asNormalizedText())
                .contains("Tarif de la restauration scolaire (démonstration)")
                .contains(
                        "Calculer le tarif", "article L. 114-8", "dpo@beaumont.example", "12 mois")
                .contains("Quotient familial :")
                .doesNotContain("Mes données (démonstration)");
        var ministry = page(agent(organisation(MINISTRY), OFFICER), PAGE + "/registre");
        assertThat(ministry.asNormalizedText())
                .contains("Mes données (démonstration)")
                .doesNotContain("Tarif de la restauration");
    }

    private List<Usage> lines() {
        return usages
                .page(person, new Filter(EnumSet.allOf(Family.class), Optional.empty()), 10, 0)
                .stream()
                .map(Told::usage)
                .toList();
    }

    private String path() {
        return db.sql(
                        """
                        SELECT log || '/' || index FROM citoyen.acces
                         WHERE agent = :agent AND NOT refused
                        """)
                .param("agent", agent.value())
                .query((row, _) -> PAGE + "/acces/" + row.getString(1))
                .single();
    }
}
