package fr.socle.journal.fire;

import fr.socle.Socle;
import fr.socle.journal.Journal;
import fr.socle.journal.chain.MapMaker;
import fr.socle.journal.chain.Statements;
import fr.socle.journal.check.CheckReport;
import fr.socle.journal.check.JournalCheck;
import fr.socle.journal.log.Integrator;
import fr.socle.journal.log.LogOpening;
import fr.socle.journal.publish.Publisher;
import fr.socle.kernel.PersonRef;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A Socle in this process, on a database and a data folder that the test gives it. */
record Application(ConfigurableApplicationContext context) implements AutoCloseable {

    /** Every node of a test has this master key. */
    static final String MASTER_KEY = "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=";

    /** One that integrates and signs by itself, and answers requests. */
    static Application node(String url, Path data, Class<?>... more) {
        return start(url, data, Map.of(), more);
    }

    /** The same, without the blocks above the journal: it starts in seconds. */
    static Application journal(String url, Path data) {
        var context =
                builder(
                        url,
                        data,
                        Map.of(
                                "springdoc.api-docs.enabled",
                                "false",
                                // often enough for several in a run, and no load of its own
                                "socle.journal.map-every",
                                "10s"));
        return new Application(context.initializers(new JournalAlone()).run());
    }

    /** One that does nothing by itself: the test moves it. */
    static Application still(String url, Path data, Class<?>... more) {
        var settings = Map.<String, Object>of("socle.background", "false");
        var application = start(url, data, settings, more);
        application.context.getBean(LogOpening.class).openFirst();
        return application;
    }

    /** The same, without the blocks above the journal. */
    static Application quiet(String url, Path data) {
        var settings =
                Map.<String, Object>of(
                        "springdoc.api-docs.enabled", "false", "socle.background", "false");
        var context = builder(url, data, settings).initializers(new JournalAlone()).run();
        context.getBean(LogOpening.class).openFirst();
        return new Application(context);
    }

    static Map<String, Object> settings(String url, Path data) {
        return Map.of(
                "socle.database-url",
                url,
                "socle.data",
                data.toString(),
                "socle.master-key",
                MASTER_KEY,
                "socle.journal.origin",
                "journal.essai.example",
                "socle.demonstration",
                "false",
                "server.port",
                "0");
    }

    Journal journal() {
        return context.getBean(Journal.class);
    }

    Publisher publisher() {
        return context.getBean(Publisher.class);
    }

    CheckReport check() {
        return context.getBean(JournalCheck.class).check();
    }

    /** The statement of this person, which must exist. */
    byte[] statement(PersonRef person) {
        var bytes = new ByteArrayOutputStream();
        try {
            bean(Statements.class).now(person).orElseThrow().body().writeTo(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** The same, and then the map of everybody's last entries. */
    void map() {
        settle();
        bean(MapMaker.class).make();
        settle();
    }

    /** Integrates all that is pending and signs it. */
    void settle() {
        while (context.getBean(Integrator.class).integrate() > 0) {
            // there may be more
        }
        publisher().publish();
    }

    String address() {
        return "http://localhost:" + context.getEnvironment().getProperty("local.server.port");
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }

    private static Application start(
            String url, Path data, Map<String, Object> more, Class<?>... beans) {
        return new Application(builder(url, data, more, beans).run());
    }

    private static SpringApplicationBuilder builder(
            String url, Path data, Map<String, Object> more, Class<?>... beans) {
        var all = new HashMap<>(settings(url, data));
        all.putAll(more);
        List<Class<?>> sources = new ArrayList<>(List.of(Socle.class));
        sources.addAll(Arrays.asList(beans));
        return new SpringApplicationBuilder(sources.toArray(Class<?>[]::new))
                .web(WebApplicationType.SERVLET)
                .logStartupInfo(false)
                .properties(all);
    }
}
