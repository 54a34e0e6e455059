package fr.socle.directory;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.kernel.EmailAddress;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.htmlunit.html.HtmlPage;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** An empty house, without demonstration. */
@NullMarked
@TestPropertySource(properties = "socle.demonstration=false")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FirstStepsTests extends DirectoryTest {

    @Autowired FirstSteps firstSteps;
    @Autowired DemonstrationAccounts accounts;

    @Test
    @Order(1)
    void nothingIsMadeUpAndOnlyTheLastAddressOpens() throws Exception {
        assertThat(accounts.list()).isEmpty();
        var old = code();
        var last = code();
        assertThat(firstSteps.opens(old)).isFalse();
        assertThat(firstSteps.opens(last)).isTrue();
        assertThat(browser().getPage(address("/premiers-pas?code=" + old)).getWebResponse())
                .satisfies(it -> assertThat(it.getStatusCode()).isEqualTo(410));
        HtmlPage page = browser().getPage(address("/premiers-pas?code=" + last));
        HtmlPage refused =
                page.getForms()
                        .getLast()
                        .<org.htmlunit.html.HtmlElement>getFirstByXPath(".//button")
                        .click();
        assertThat(refused.getWebResponse().getStatusCode()).isEqualTo(422);
        assertThat(firstSteps.opens(last)).isTrue();
    }

    @Test
    @Order(2)
    void ofTwoFirstOperatorsOneIsMade() throws Exception {
        var code = code();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Change<Agent>> take =
                    () ->
                            firstSteps.take(
                                    code,
                                    draft("Première organisation"),
                                    new AgentDraft(
                                            "Opératrice (essai)",
                                            new EmailAddress("o", "example.fr")));
            var one = pool.submit(take);
            var two = pool.submit(take);
            assertThat(java.util.List.of(one.get(), two.get()))
                    .filteredOn(Change.Done.class::isInstance)
                    .hasSize(1);
        }
        assertThat(organisations.search(OrganisationSearch.ALL, 10, 0).total()).isEqualTo(1);
        assertThat(firstSteps.address()).isEmpty();
        assertThat(firstSteps.opens(code)).isFalse();
    }

    @Test
    @Order(3)
    void theLastOperatorCannotBeRemoved() {
        var operator = agents.search(new AgentSearch("operatrice", null, null), 1, 0).lines();
        var agent = operator.getFirst();
        assertThat(agents.activate(SOMEONE, agent.id(), false, agent.version()))
                .isEqualTo(Change.refused("active", "directory.last-operator"));
        assertThat(agents.find(agent.id()).orElseThrow().active()).isTrue();
    }

    private String code() {
        return firstSteps.address().orElseThrow().split("=")[1];
    }
}
