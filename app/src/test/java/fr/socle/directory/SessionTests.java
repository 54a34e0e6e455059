package fr.socle.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.htmlunit.WebClient;
import org.htmlunit.html.HtmlPage;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@NullMarked
class SessionTests extends DirectoryTest {

    private static final Change<Membership> LAST =
            Change.refused("roles", "directory.last-manager");

    @Autowired History history;

    @Test
    void deactivatingTheAgentHisPlaceOrTheOrganisationEndsAccessAtOnce() throws IOException {
        var where = organisation("Commune fermée");
        var agent = agent("Agent Un (essai)", where, Role.GESTIONNAIRE);
        var browser = browserOf(agent, where);
        assertThat(status(browser, "/agent/mon-compte")).isEqualTo(200);
        done(agents.activate(SOMEONE, agent.id(), false, 1));
        assertThat(landsOn(browser)).startsWith("/agents/api/v2/");
        done(agents.activate(SOMEONE, agent.id(), true, 2));
        browser = browserOf(agent, where);
        assertThat(landsOn(browser)).isEqualTo("/agent/mon-compte");

        var place = memberships.find(agent.id(), where.id()).orElseThrow();
        done(memberships.activate(SOMEONE, place, false, List.of(Role.OPERATEUR)));
        assertThat(landsOn(browser)).startsWith("/agents/api/v2/");
        var suspended = memberships.find(agent.id(), where.id()).orElseThrow();
        done(memberships.activate(SOMEONE, suspended, true, List.of(Role.OPERATEUR)));
        done(organisations.activate(SOMEONE, where.id(), false, 1));
        assertThat(landsOn(browser)).startsWith("/agents/api/v2/");
    }

    @Test
    void aRoleTakenBackHoldsFromTheNextRequest() throws IOException {
        var where = organisation("Commune retirée");
        var agent = agent("Agent Deux (essai)", where, Role.GESTIONNAIRE);
        var browser = browserOf(agent, where);
        var page = "/administration/organisations/" + where.id();
        assertThat(status(browser, page)).isEqualTo(200);
        var place = memberships.find(agent.id(), where.id()).orElseThrow();
        done(
                memberships.change(
                        SOMEONE,
                        place,
                        new MembershipDraft(List.of(), List.of()),
                        List.of(Role.GESTIONNAIRE, Role.OPERATEUR)));
        assertThat(status(browser, page)).isEqualTo(403);
    }

    @Test
    void idleAndOldSessionsAreNobody() throws IOException {
        var where = organisation("Commune endormie");
        var agent = agent("Agent Trois (essai)", where);
        var browser = browserOf(agent, where);
        age(agent, "touched_at = now() - interval '31 min'");
        assertThat(landsOn(browser)).startsWith("/agents/api/v2/");
        age(agent, "touched_at = now(), expires_at = now() - interval '1 s'");
        assertThat(landsOn(browser)).startsWith("/agents/api/v2/");
    }

    @Test
    void aCookieBesideAnAuthorizationCountsForNothing() throws IOException {
        var where = organisation("Commune mêlée");
        var browser = browserOf(agent("Agent Quatre (essai)", where), where);
        browser.addRequestHeader("Authorization", "Basic bm9uOm5vbg==");
        assertThat(landsOn(browser)).startsWith("/agents/api/v2/");
    }

    @Test
    void anAddressSignsInOnceWithinAQuarterOfAnHour() {
        var where = organisation("Commune secours");
        var agent = agent("Agent Cinq (essai)", where);
        var code = sessions.oneTimeAddress(agent.id()).orElseThrow().split("=")[1];
        assertThat(sessions.openByAddress(code)).isPresent();
        assertThat(sessions.openByAddress(code)).isEmpty();
        var late = sessions.oneTimeAddress(agent.id()).orElseThrow().split("=")[1];
        db.sql("UPDATE directory.one_time_address SET expires_at = now() WHERE agent = :agent")
                .param("agent", agent.id().value())
                .update();
        assertThat(sessions.openByAddress(late)).isEmpty();
    }

    @Test
    void lookingAtAnAddressUsesNothingAndASpentOneSaysSo() throws IOException {
        var agent = agent("Agent Six bis (essai)", organisation("Commune regardée"));
        var path = sessions.oneTimeAddress(agent.id()).orElseThrow();
        assertThat(status(browser(), path)).isEqualTo(200);
        HtmlPage page = browser().getPage(address(path));
        assertThat(page.querySelectorAll("input[name=code]")).hasSize(1);
        assertThat(sessions.openByAddress(path.split("=")[1])).isPresent();
        HtmlPage spent = browser().getPage(address(path));
        assertThat(spent.getWebResponse().getStatusCode()).isEqualTo(410);
        assertThat(spent.asNormalizedText()).contains("Elle a déjà servi");
        assertThat(spent.querySelectorAll("input[name=code]")).isEmpty();
        assertThat(status(browser(), "/connexion/adresse?code=rien")).isEqualTo(410);
    }

    @Test
    void theLastManagerStaysUnlessAnOperatorDecides() {
        var where = organisation("Commune tenue");
        var one = agent("Agent Unique (essai)", where, Role.GESTIONNAIRE);
        var nothing = new MembershipDraft(List.of(), List.of());
        var his = List.of(Role.GESTIONNAIRE);
        var place = memberships.find(one.id(), where.id()).orElseThrow();
        assertThat(memberships.change(SOMEONE, place, nothing, his)).isEqualTo(LAST);
        assertThat(memberships.activate(SOMEONE, place, false, his)).isEqualTo(LAST);
        var two = agent("Agent Second (essai)", where, Role.GESTIONNAIRE);
        done(agents.activate(SOMEONE, two.id(), false, 1));
        assertThat(memberships.change(SOMEONE, place, nothing, his)).isEqualTo(LAST);
        done(agents.activate(SOMEONE, two.id(), true, 2));
        done(memberships.change(SOMEONE, place, nothing, his));
        var last = memberships.find(two.id(), where.id()).orElseThrow();
        var all = List.of(Role.GESTIONNAIRE, Role.OPERATEUR);
        done(memberships.change(SOMEONE, last, nothing, all));
    }

    @Test
    void anAgentSwitchesAmongHisOrganisationsOnly() {
        var one = organisation("Commune du matin");
        var two = organisation("Commune du soir");
        var other = organisation("Commune étrangère");
        var agent = agent("Agent Six (essai)", one);
        done(
                memberships.join(
                        SOMEONE, agent.id(), two.id(), new MembershipDraft(List.of(), List.of())));
        var secret = sessions.open(agent.id(), one.id()).orElseThrow();
        assertThat(sessions.actFor(secret, two.id())).isTrue();
        assertThat(sessions.actFor(secret, other.id())).isFalse();
        assertThat(sessions.open(agent.id(), other.id())).isEmpty();
    }

    @Test
    void everyActIsInTheHistoryOfTheOrganisation() {
        var where = organisation("Commune racontée");
        var agent = agent("Agent Sept (essai)", where, Role.GESTIONNAIRE);
        sessions.open(agent.id(), where.id());
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () ->
                                assertThat(history.of(where.id(), 10, 0).lines())
                                        .extracting(HistoryLine::kind)
                                        .containsExactlyInAnyOrder(
                                                "directory.organisation-creee",
                                                "directory.agent-rattache",
                                                "directory.session-ouverte"));
    }

    private void age(Agent agent, String change) {
        db.sql("UPDATE directory.session SET " + change + " WHERE agent = :agent")
                .param("agent", agent.id().value())
                .update();
    }

    private int status(WebClient browser, String path) throws IOException {
        return browser.getPage(address(path)).getWebResponse().getStatusCode();
    }

    private String landsOn(WebClient browser) throws IOException {
        return browser.getPage(address("/agent/mon-compte")).getUrl().getPath();
    }
}
