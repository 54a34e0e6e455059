package fr.socle.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;

/** Nobody gives what he does not hold, by whichever door, and nobody keeps what was taken. */
@NullMarked
class RightsTests extends DirectoryTest {

    @Test
    void whoLacksARightMakesNoTokenThatHoldsIt() {
        for (var right : List.of("ui.observer", "notifications.administrer", "tout")) {
            var body =
                    "{\"label\":\"trop\",\"rights\":[\"directory.administrer\",\""
                            + right
                            + "\"],\"days\":1}";
            var byApi = post(limited(), "/api/directory/v1/tokens", body);
            assertThat(byApi.getStatusCode().value()).as(right).isEqualTo(422);
            assertThat(Objects.requireNonNull(byApi.getBody()).toString()).contains("/rights");
            var byPage =
                    form(
                            "/administration/jetons/nouveau",
                            Map.of("label", "trop", "rights", right, "days", "1"));
            assertThat(byPage.getStatusCode().value()).as(right).isEqualTo(422);
        }
        assertThat(tokens.list(1000, 0).lines()).extracting(ApiToken::label).doesNotContain("trop");
    }

    @Test
    void whatOneHoldsOneMayGive() {
        var body = "{\"label\":\"juste\",\"rights\":[\"directory.administrer\"],\"days\":1}";
        assertThat(post(limited(), "/api/directory/v1/tokens", body).getStatusCode().value())
                .isEqualTo(201);
        var page =
                form(
                        "/administration/jetons/nouveau",
                        Map.of("label", "juste", "rights", "directory.gerer", "days", "1"));
        assertThat(page.getStatusCode().value()).isEqualTo(201);
        assertThat(page.getBody()).contains(ApiTokens.PREFIX);
    }

    /** The instructor of habilitations decides on other organisations' requests. */
    @ParameterizedTest
    @ValueSource(strings = {Role.OPERATEUR, "instructeur-habilitations", "observateur-echanges"})
    void onlyWhoHoldsEverythingGivesARoleThatReachesBeyondAnOrganisation(String role) {
        var where = organisation("Commune sans opérateur");
        var agent = agent("Agent Ambitieux (essai)", where, Role.GESTIONNAIRE);
        var base = "/organisations/" + where.id();
        var roles = "\"roles\":[\"" + role + "\"]";
        var invited =
                post(
                        limited(),
                        "/api/directory/v1" + base + "/invitations",
                        "{\"name\":\"Inventée\",\"email\":\"o@example.fr\"," + roles + "}");
        assertThat(invited.getStatusCode().value()).isEqualTo(422);
        var widened =
                limited()
                        .put()
                        .uri("/api/directory/v1" + base + "/agents/" + agent.id())
                        .contentType(MediaType.APPLICATION_JSON)
                        .header("If-Match", "\"1\"")
                        .body("{" + roles + "}")
                        .retrieve()
                        .toBodilessEntity();
        assertThat(widened.getStatusCode().value()).isEqualTo(422);
        var pages = "/administration" + base;
        var typed = Map.of("name", "Inventée", "email", "o@example.fr", "roles", role);
        assertThat(form(pages + "/invitations/nouvelle", typed).getStatusCode().value())
                .isEqualTo(422);
        var change = Map.of("roles", role, "_version", "1");
        assertThat(form(pages + "/agents/" + agent.id(), change).getStatusCode().value())
                .isEqualTo(422);
        assertThat(invitations.of(where.id(), 1, 0).total()).isZero();
        assertThat(memberships.find(agent.id(), where.id()).orElseThrow().roles())
                .containsExactly(Role.GESTIONNAIRE);
    }

    @ParameterizedTest
    @ValueSource(strings = {Role.OPERATEUR, "instructeur-habilitations", "exploitant"})
    void onlyWhoHoldsEverythingEntersAsOneWhoseRoleReachesBeyond(String role) {
        var where = organisation("Commune gardée");
        var operator = agent("Opératrice Gardée (essai)", where, role);
        var other = agent("Agent Ordinaire (essai)", where, Role.GESTIONNAIRE);
        var api = "/api/directory/v1/agents/";
        var act = "/one-time-addresses";
        assertThat(post(limited(), api + operator.id() + act, "").getStatusCode().value())
                .isEqualTo(409);
        var page = "/administration/agents/";
        assertThat(form(page + operator.id() + "/adresse", Map.of()).getStatusCode().value())
                .isEqualTo(409);
        assertThat(addresses(operator)).isZero();
        assertThat(post(limited(), api + other.id() + act, "").getStatusCode().value())
                .isEqualTo(201);
        assertThat(form(page + other.id() + "/adresse", Map.of()).getStatusCode().value())
                .isEqualTo(200);
        assertThat(post(api(), api + operator.id() + act, "").getStatusCode().value())
                .isEqualTo(201);
        assertThat(addresses(operator)).isEqualTo(1);
    }

    @Test
    void aDeactivatedAgentsSessionsAreOverForGood() throws IOException {
        var where = organisation("Commune quittée");
        var agent = agent("Agent Parti (essai)", where);
        var stays = agent("Agent Resté (essai)", where);
        sessions.open(stays.id(), where.id());
        var browser = browserOf(agent, where);
        sessions.open(agent.id(), where.id());
        assertThat(sessions.of(agent.id())).hasSize(2);
        done(agents.activate(SOMEONE, agent.id(), false, 1));
        done(agents.activate(SOMEONE, agent.id(), true, 2));
        assertThat(sessions.of(agent.id())).isEmpty();
        assertThat(sessions.of(stays.id())).hasSize(1);
        assertThat(browser.getPage(address("/agent/mon-compte")).getUrl().getPath())
                .startsWith("/agents/api/v2/interaction/");
    }

    /** A program that may administer the directory and nothing else. */
    private RestClient limited() {
        var draft =
                new ApiTokenDraft(
                        "annuaire seulement",
                        List.of("directory.administrer"),
                        Duration.ofHours(1));
        return apiWith(tokens.create(SOMEONE, draft).secret());
    }

    private static ResponseEntity<Map<String, Object>> post(
            RestClient api, String path, String body) {
        return api.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .retrieve()
                .toEntity(new ParameterizedTypeReference<>() {});
    }

    /** The page's own form, sent with the same rights. */
    private ResponseEntity<String> form(String path, Map<String, String> typed) {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        typed.forEach(fields::add);
        return limited()
                .post()
                .uri(path)
                .accept(MediaType.TEXT_HTML)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(fields)
                .retrieve()
                .toEntity(String.class);
    }

    private long addresses(Agent agent) {
        return db.sql("SELECT count(*) FROM directory.one_time_address WHERE agent = :agent")
                .param("agent", agent.id().value())
                .query(Long.class)
                .single();
    }
}
