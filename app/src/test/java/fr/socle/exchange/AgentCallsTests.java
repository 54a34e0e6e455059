package fr.socle.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.directory.AgentId;
import fr.socle.habilitations.Habilitation.RequesterKind;
import fr.socle.habilitations.HabilitationId;
import fr.socle.identity.AccessTokens.AgentAccount;
import fr.socle.journal.Audience;
import fr.socle.kernel.NumeroPublic;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Programs that say for which agent they ask ({@code X-Socle-Agent}). */
@NullMarked
class AgentCallsTests extends ParticulierTest {

    private static final String HEADER = "X-Socle-Agent";
    private static final String DOSSIER = "X-Socle-Dossier";
    private static final long STEP = 50;
    private static final int ROUNDS = 15;

    private final AgentId agent = new AgentId(UUID.randomUUID());
    private final String agentToken = "agent-" + UUID.randomUUID();

    @SuppressWarnings("NullAway.Init") // because JUnit calls anAgent first
    private String token;

    AgentCallsTests() throws IOException {}

    @BeforeEach
    void anAgent() {
        var account = new AgentAccount("https://agents.example", UUID.randomUUID().toString());
        db.sql(
                        "INSERT INTO directory.agent (id, name, search, created_at) VALUES (:id, 'Agente Fictive', 'agente fictive', now())")
                .param("id", agent.value())
                .update();
        db.sql(
                        "INSERT INTO directory.identity (issuer, sub, agent, bound_at) VALUES (:issuer, :sub, :agent, now())")
                .param("issuer", account.issuer())
                .param("sub", account.sub())
                .param("agent", agent.value())
                .update();
        db.sql(
                        "INSERT INTO directory.membership (agent, organisation, roles, since) VALUES (:agent, :organisation, '{}', now())")
                .param("agent", agent.value())
                .param("organisation", city.id().value())
                .update();
        tokens.agents.put(agentToken, account);
        token = token(ground(RequesterKind.AGENT, RequesterKind.AUTOMATE_SANS_DOSSIER));
        persons.known.put(parent, ariane());
    }

    private HabilitationId ground(RequesterKind first, RequesterKind... more) {
        return habilitation(city, quotient, VALUE, EnumSet.of(first, more));
    }

    private HttpResponse<byte[]> ask(String... headers) {
        return particulier(token, headers);
    }

    private void moves() {
        db.sql("UPDATE directory.membership SET active = false WHERE agent = :agent")
                .param("agent", agent.value())
                .update();
    }

    @Test
    void anAgentInChargeAsksAndOnlyTheDpoMayLearnWho() {
        var number = aCase(city, parent, true, agent);
        assertThat(ask(HEADER, agentToken, DOSSIER, number).statusCode()).isEqualTo(200);
        assertThat(readBy("exchange.accorde", Audience.AUDITEUR))
                .containsEntry("demandeur", "agent");
        assertThat(readBy("exchange.accorde", Audience.DPO))
                .containsEntry("demandeur-id", agent.toString());
        assertThat(readBy("exchange.accorde", Audience.PERSONNE).toString())
                .doesNotContain(agent.toString(), "Fictive");
    }

    @Test
    void anAgentWhoIsNotInChargeOrWasMovedASecondAgoGetsNothing() {
        var number = aCase(city, parent, true, agent);
        assertThat(ask(HEADER, agentToken, DOSSIER, number).statusCode()).isEqualTo(200);
        var asked = this.asked.get();
        assertThat(codes(ask(HEADER, agentToken, DOSSIER, aCase(city, parent, true))))
                .containsExactly("00220");
        moves();
        assertThat(codes(ask(HEADER, agentToken, DOSSIER, number))).containsExactly("00228");
        assertThat(readBy("exchange.refuse", Audience.AUDITEUR).get("raisons"))
                .asString()
                .contains("AGENT_HORS_ORGANISATION");
        assertThat(this.asked).hasValue(asked);
    }

    @Test
    void aTokenThatIsNobodysOrTwoOfThemAreRefused() {
        assertThat(codes(ask(HEADER, "inconnu"))).containsExactly("00227");
        assertThat(codes(ask(HEADER, agentToken, HEADER, agentToken))).containsExactly("00309");
        assertThat(codes(ask(HEADER, "x".repeat(2000)))).containsExactly("00309");
        tokens.agents.put("autre", new AgentAccount("https://agents.example", "inconnu"));
        assertThat(codes(ask(HEADER, "autre"))).containsExactly("00227");
        assertThat(asked).hasValue(0);
    }

    @Test
    void aMotiveThatNobodyVerifiesNeedsAnHabilitationForThatAndAnAgentWhoIsThere() {
        assertThat(ask(HEADER, agentToken, DOSSIER, "régie").statusCode()).isEqualTo(200);
        token = token(ground(RequesterKind.AGENT));
        assertThat(codes(ask(HEADER, agentToken))).containsExactly("00221");
        token = token(ground(RequesterKind.AUTOMATE_SANS_DOSSIER));
        assertThat(codes(ask(HEADER, agentToken))).containsExactly("00223");
        assertThat(ask().statusCode()).isEqualTo(200);
    }

    /**
     * The machine's noise only adds to a time, so the shortest of many is compared, and the numbers
     * take turns: without the step to which an answer is held, each would take a fraction of it.
     */
    @Test
    void aForeignAClosedForeignAndAnUnknownNumberAreAnsweredAlikeAndInTheSameTime() {
        var other = organisation("Autre ville");
        var numbers =
                List.of(
                        aCase(other, parent, true),
                        aCase(other, parent, false, agent),
                        aCase(city, person(), true, agent),
                        aCase(city, parent, true),
                        NumeroPublic.fresh(RANDOM).formatted());
        var answers = numbers.stream().map(it -> text(told(it))).distinct().toList();
        assertThat(answers).hasSize(1);
        assertThat(answers.getFirst()).contains("00220");
        var shortest = new HashMap<String, Long>();
        for (int i = 0; i < ROUNDS; i++) {
            numbers.forEach(it -> shortest.merge(it, millis(it), Math::min));
        }
        assertThat(shortest.values())
                .as("%s", shortest)
                .allSatisfy(it -> assertThat(it).isBetween(STEP, 2 * STEP + 20));
    }

    private HttpResponse<byte[]> told(String number) {
        return ask(HEADER, agentToken, DOSSIER, number);
    }

    private long millis(String number) {
        var began = System.nanoTime();
        told(number);
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    }
}
