package fr.socle.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.context.support.StaticWebApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.util.ServletRequestPathUtils;

class FirstSegmentMappingTest {

    private final StaticWebApplicationContext context = new StaticWebApplicationContext();
    private final FirstSegmentMapping mapping = new FirstSegmentMapping();

    @Controller
    static class Pages {

        @GetMapping("/dossiers/{id}")
        void dossier() {}

        @PostMapping("/dossiers/{id}")
        void change() {}

        @GetMapping("/{federation:citoyens|agents}/entree")
        void entry() {}

        @GetMapping({"/un/{id}", "/deux/{id}"})
        void either() {}
    }

    @BeforeEach
    void start() {
        context.registerSingleton("pages", Pages.class);
        context.refresh();
        mapping.setApplicationContext(context);
        mapping.afterPropertiesSet();
    }

    @AfterEach
    void stop() {
        context.close();
    }

    @Test
    void findsAHandlerByItsFirstWord() throws Exception {
        assertThat(found("GET", "/dossiers/7")).isEqualTo("dossier");
        assertThat(found("POST", "/dossiers/7")).isEqualTo("change");
    }

    @Test
    void readsAnEncodedWordAsSpringDoes() throws Exception {
        assertThat(found("GET", "/%64ossiers/7")).isEqualTo("dossier");
    }

    @Test
    void findsAHandlerWhoseFirstWordVaries() throws Exception {
        assertThat(found("GET", "/agents/entree")).isEqualTo("entry");
        assertThat(found("GET", "/citoyens/entree")).isEqualTo("entry");
    }

    @Test
    void findsAHandlerOfSeveralFirstWords() throws Exception {
        assertThat(found("GET", "/un/7")).isEqualTo("either");
        assertThat(found("GET", "/deux/7")).isEqualTo("either");
    }

    @Test
    void findsNothingElsewhere() throws Exception {
        assertThat(found("GET", "/autres/7")).isEmpty();
        assertThat(found("GET", "/autres/entree")).isEmpty();
        assertThat(found("GET", "/")).isEmpty();
    }

    @Test
    void stillSaysThatAMethodIsNotAllowed() {
        assertThatThrownBy(() -> found("DELETE", "/dossiers/7"))
                .isInstanceOf(HttpRequestMethodNotSupportedException.class);
    }

    private String found(String method, String path) throws Exception {
        var request = new MockHttpServletRequest(method, path);
        ServletRequestPathUtils.parseAndCache(request);
        var chain = mapping.getHandler(request);
        return chain == null
                ? ""
                : ((HandlerMethod) Objects.requireNonNull(chain.getHandler()))
                        .getMethod()
                        .getName();
    }
}
