package fr.socle.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.socle.notifications.delivery.Post;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

class OutboxTests {

    private static final TestClock CLOCK = new TestClock();
    private static Node node;

    @BeforeAll
    static void start() {
        node = new Node(Node.freshDatabase(), CLOCK, Post.waiting());
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void sendingOutsideATransactionIsRefused() {
        var message = Message.byMail(Sample.someone(), Sample.news("Rien"), fresh());
        assertThatThrownBy(() -> node.notifications().send(message))
                .isInstanceOf(IllegalTransactionStateException.class);
        assertThat(letters(message)).isZero();
    }

    @Test
    void whatTheCallerRollsBackIsNeverSaidAndItsKeyRemainsFree() {
        var message = Message.everywhere(Sample.someone(), Sample.news("Annulé"), fresh());
        node.get(TransactionTemplate.class)
                .executeWithoutResult(
                        transaction -> {
                            node.notifications().send(message);
                            transaction.setRollbackOnly();
                        });
        assertThat(letters(message)).isZero();
        assertThat(node.notifications().unread(message.recipient().id())).isZero();
        node.send(message);
        assertThat(letters(message)).isEqualTo(1);
    }

    @Test
    void aSecondMessageUnderTheSameKeyChangesNothing() {
        var message = Message.everywhere(Sample.someone(), Sample.news("Une fois"), fresh());
        node.send(message);
        node.send(message);
        assertThat(letters(message)).isEqualTo(1);
        assertThat(node.notifications().unread(message.recipient().id())).isEqualTo(1);
    }

    @Test
    void manyAtOnceUnderTheSameKeyAreOneMessage() throws Exception {
        var message = Message.byMail(Sample.someone(), Sample.news("Ensemble"), fresh());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<?>>();
            for (var i = 0; i < 20; i++) {
                running.add(threads.submit(() -> node.send(message)));
            }
            for (var each : running) {
                each.get();
            }
        }
        assertThat(letters(message)).isEqualTo(1);
    }

    @Test
    void aCategoryThatNoBlockDeclaresIsRefused() {
        var unknown = new Sample(new Category("essai.inconnue", false), "Sujet", "Texte", null);
        var message = Message.byMail(Sample.someone(), unknown, fresh());
        assertThatThrownBy(() -> node.send(message)).isInstanceOf(IllegalArgumentException.class);
        var disguised = new Sample(new Category("essai.nouvelles", true), "Sujet", "Texte", null);
        assertThatThrownBy(() -> node.send(Message.byMail(Sample.someone(), disguised, fresh())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aMessageIsWrittenInTheLanguageOfItsRecipient() {
        var english = new Recipient(UUID.randomUUID(), Sample.address("alex"), null, "en");
        var other = new Recipient(UUID.randomUUID(), Sample.address("alex"), null, "tlh");
        node.send(Message.byMail(english, Sample.news("Sujet"), fresh()));
        node.send(Message.byMail(other, Sample.news("Sujet"), fresh()));
        assertThat(plain(english)).startsWith("Hello,");
        assertThat(plain(other)).startsWith("Bonjour,");
    }

    @Test
    void dataCannotBecomeMarkup() {
        var to = Sample.someone();
        var mail =
                new Sample(
                        Sample.NEWS, "<b>Sujet</b>", "<script>alert(1)</script>\n\n\n& fin", null);
        node.send(Message.byMail(to, mail, fresh()));
        var html =
                node.text(
                        "SELECT html FROM notifications.outbox WHERE recipient = '"
                                + to.id()
                                + "'");
        assertThat(html)
                .contains("&lt;script&gt;", "&lt;b&gt;Sujet")
                .doesNotContain("<script", "<b>");
        assertThat(plain(to)).contains("<script>alert(1)</script>");
    }

    @Test
    void anEmptySubjectIsTheCallersMistake() {
        var message = Message.byMail(Sample.someone(), Sample.news(" \r\n "), fresh());
        assertThatThrownBy(() -> node.send(message)).isInstanceOf(IllegalArgumentException.class);
        assertThat(letters(message)).isZero();
    }

    @Test
    void aPersonReadsOnlyHisOwnMessages() {
        var to = Sample.someone();
        var other = Sample.someone();
        node.send(Message.everywhere(to, Sample.news("Premier"), fresh()));
        CLOCK.advance(Duration.ofSeconds(1));
        node.send(Message.everywhere(to, Sample.news("Second"), fresh()));
        var notices = node.notifications().notices(to.id(), 10);
        assertThat(notices).extracting(Notice::subject).containsExactly("Second", "Premier");
        assertThat(node.notifications().markRead(other.id(), notices.getFirst().id())).isFalse();
        assertThat(node.notifications().unread(to.id())).isEqualTo(2);
        assertThat(node.notifications().markRead(to.id(), notices.getFirst().id())).isTrue();
        assertThat(node.notifications().markRead(to.id(), notices.getFirst().id())).isTrue();
        assertThat(node.notifications().unread(to.id())).isEqualTo(1);
        node.notifications().markAllRead(to.id());
        assertThat(node.notifications().unread(to.id())).isZero();
    }

    @Test
    void aForgottenPersonLeavesNothing() {
        var to = Sample.someone();
        node.send(Message.everywhere(to, Sample.news("Oubli"), fresh()));
        node.notifications().forget(to.id());
        assertThat(node.count("recipient = '" + to.id() + "'")).isZero();
        assertThat(node.notifications().notices(to.id(), 10)).isEmpty();
    }

    private static int letters(Message message) {
        return node.count("recipient = '" + message.recipient().id() + "'");
    }

    private static String plain(Recipient to) {
        return node.text(
                "SELECT plain FROM notifications.outbox WHERE recipient = '" + to.id() + "'");
    }

    private static String fresh() {
        return "essai/" + UUID.randomUUID();
    }
}
