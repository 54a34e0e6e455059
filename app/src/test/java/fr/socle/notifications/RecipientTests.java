package fr.socle.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.socle.kernel.Parsed;
import java.net.URI;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecipientTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "camille",
                "camille@exemple.example\r\nBcc: autre@exemple.example",
                "camille\u0000@exemple.example",
                "Camille <camille@exemple.example>",
                "a@exemple.example, b@exemple.example",
                "groupe: a@exemple.example;"
            })
    void whatIsNotOneBareAddressIsRefused(String text) {
        assertThat(Recipient.parse(UUID.randomUUID(), text, null, "fr"))
                .isInstanceOf(Parsed.Invalid.class);
    }

    @Test
    void aNameCannotBringALineBreak() {
        assertThatThrownBy(
                        () ->
                                new Recipient(
                                        UUID.randomUUID(),
                                        Sample.address("x"),
                                        "x\r\nBcc: y",
                                        "fr"))
                .isInstanceOf(IllegalArgumentException.class);
        var parsed = Recipient.parse(UUID.randomUUID(), "x@exemple.example", "x\r\nBcc: y", "fr");
        assertThat(parsed.orThrow().name()).isEqualTo("x Bcc: y");
    }

    @Test
    void aLogLineShowsNobody() {
        assertThat(Sample.someone().toString()).doesNotContain("camille", "Camille");
    }

    @Test
    void aMessageWithoutKeyOrChannelIsTheCallersMistake() {
        var to = Sample.someone();
        var news = Sample.news("Sujet");
        assertThatThrownBy(() -> Message.byMail(to, news, " "))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Message.byMail(to, news, "x".repeat(201)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Message(to, news, "essai/1", Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"javascript:alert(1)", "/dossiers", "ftp://socle.example/", "https:///x"})
    void aMessageLinksToTheWebOnly(String link) {
        assertThatThrownBy(() -> new Action("Voir", URI.create(link)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
