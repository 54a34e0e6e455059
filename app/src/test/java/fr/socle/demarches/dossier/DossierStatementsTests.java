package fr.socle.demarches.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.htmlunit.WebClient;
import org.htmlunit.html.HtmlPage;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the page of a deposited dossier asks the database. */
@NullMarked
class DossierStatementsTests extends DossierHouse {

    private static final String MESSAGES = "FROM demarches.message WHERE";
    private static final String OPINIONS = "demarches.avis_expert a";
    private static final String TOKEN = "FROM demarches.jeton_avis WHERE";

    private final Logger statements = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
    private final ListAppender<ILoggingEvent> heard = new ListAppender<>();

    @BeforeEach
    void listen() {
        heard.start();
        statements.setLevel(Level.DEBUG);
        statements.addAppender(heard);
    }

    @AfterEach
    void listenNoMore() {
        statements.detachAppender(heard);
        statements.setLevel(null);
    }

    @Test
    void whatIsNotThereIsNotAskedFor() throws IOException {
        var usager = usager(UUID.randomUUID());
        var id = idOf(deposited(usager));
        assertThat(asked(usager, id))
                .anyMatch(it -> it.contains("AS advised"))
                .noneMatch(it -> it.contains(MESSAGES))
                .noneMatch(it -> it.contains(OPINIONS))
                .noneMatch(it -> it.contains(TOKEN));
        HtmlPage page = usager.getPage(address("/mes-dossiers/" + id));
        var form = formTo(page, "/messages");
        form.getTextAreaByName("texte").setText("Bonjour.");
        press(form, "Envoyer le message");
        assertThat(asked(usager, id)).anyMatch(it -> it.contains(MESSAGES));
    }

    private List<String> asked(WebClient usager, String id) throws IOException {
        heard.list.clear();
        assertThat(status(usager, "/mes-dossiers/" + id)).isEqualTo(200);
        return List.copyOf(heard.list).stream().map(ILoggingEvent::getFormattedMessage).toList();
    }
}
