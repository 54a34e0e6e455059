package fr.socle.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.notifications.delivery.Delivery;
import fr.socle.notifications.delivery.Post;
import fr.socle.notifications.outbox.Failure;
import fr.socle.notifications.outbox.Failure.Cause;
import fr.socle.notifications.outbox.Lease;
import fr.socle.notifications.outbox.Letter;
import fr.socle.notifications.outbox.Outbox;
import fr.socle.notifications.preferences.Choice;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SenderTests {

    private static final Delivery BUSY =
            new Delivery.Deferred(new Failure(Cause.BUSY, "450 later"));
    private static final Delivery UNKNOWN =
            new Delivery.Refused(new Failure(Cause.RECIPIENT, "550 no such user"));

    private final String url = Node.freshDatabase();
    private final TestClock clock = new TestClock();
    private final RecordingPost post = new RecordingPost();
    private final Node node = new Node(url, clock, post);

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void whatWasAcceptedIsNotSentAgain() {
        send("Un");
        assertThat(node.sendDue()).isEqualTo(1);
        assertThat(node.sendDue()).isZero();
        assertThat(node.count("state = 'sent' AND attempts = 1")).isEqualTo(1);
    }

    @Test
    void twoNodesSendFiveHundredLettersOnceEach() throws Exception {
        for (var i = 0; i < 500; i++) {
            send("Lettre " + i);
        }
        try (var second = new Node(url, clock, post);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var one = threads.submit(node::sendDue);
            var two = threads.submit(second::sendDue);
            assertThat(one.get() + two.get()).isEqualTo(500);
        }
        assertThat(post.letters).extracting(Letter::id).doesNotHaveDuplicates().hasSize(500);
        assertThat(node.count("state = 'sent'")).isEqualTo(500);
    }

    @Test
    void aFailedLetterComesBackLaterAndLater() {
        post.answering(_ -> BUSY);
        send("Plus tard");
        node.sendDue();
        clock.advance(Duration.ofSeconds(45));
        assertThat(node.sendDue()).isZero();
        clock.advance(Duration.ofSeconds(30));
        assertThat(node.sendDue()).isEqualTo(1);
        clock.advance(Duration.ofSeconds(80));
        assertThat(node.sendDue()).isZero();
        clock.advance(Duration.ofSeconds(150));
        assertThat(node.sendDue()).isEqualTo(1);
        assertThat(node.text("SELECT failure FROM notifications.outbox")).isEqualTo("busy");
    }

    @Test
    void afterTwoDaysItGivesUp() {
        post.answering(_ -> BUSY);
        send("Jamais");
        var waited = Duration.ZERO;
        while (node.count("state = 'waiting'") == 1 && waited.toDays() < 10) {
            node.sendDue();
            clock.advance(Duration.ofMinutes(10));
            waited = waited.plusMinutes(10);
        }
        assertThat(post.letters).hasSize(18);
        assertThat(waited.toHours()).isBetween(36L, 60L);
        assertThat(node.count("state = 'dead' AND failure = 'busy'")).isEqualTo(1);
    }

    @Test
    void aRefusedRecipientIsNotTriedAgain() {
        post.answering(_ -> UNKNOWN);
        send("Inconnu");
        node.sendDue();
        clock.advance(Duration.ofDays(3));
        assertThat(node.sendDue()).isZero();
        assertThat(
                        node.count(
                                "state = 'dead' AND failure = 'recipient' AND reply = '550 no such user'"))
                .isEqualTo(1);
    }

    @Test
    void aLetterOfADeadNodeIsTakenOverOnceItsLeaseRanOut() {
        send("Reprise");
        var crashed = new Lease(UUID.randomUUID(), clock.instant().plus(Duration.ofMinutes(5)));
        assertThat(node.get(Outbox.class).take(crashed, clock.instant(), 10)).hasSize(1);
        clock.advance(Duration.ofMinutes(4));
        assertThat(node.sendDue()).isZero();
        clock.advance(Duration.ofMinutes(2));
        assertThat(node.sendDue()).isEqualTo(1);
    }

    @Test
    void aNodeThatWokeUpTooLateCannotTouchTheLetterAnyMore() {
        send("Trop tard");
        var outbox = node.get(Outbox.class);
        var paused = new Lease(UUID.randomUUID(), clock.instant().plus(Duration.ofMinutes(5)));
        var letter = outbox.take(paused, clock.instant(), 10).getFirst();
        clock.advance(Duration.ofMinutes(6));
        var other = new Lease(UUID.randomUUID(), clock.instant().plus(Duration.ofMinutes(5)));
        assertThat(outbox.take(other, clock.instant(), 10)).hasSize(1);
        assertThat(outbox.attempt(letter.id(), paused)).isFalse();
        assertThat(outbox.sent(letter.id(), paused, clock.instant())).isFalse();
        assertThat(outbox.bury(letter.id(), paused, clock.instant(), new Failure(Cause.BUSY, "")))
                .isFalse();
        assertThat(outbox.attempt(letter.id(), other)).isTrue();
    }

    @Test
    void noConnectionIsHeldWhileTheMailServerThinks() throws Exception {
        var arrived = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var slow = new RecordingPost().answering(_ -> pause(arrived, go));
        try (var small = new Node(url, clock, slow, 1);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            send("Lente");
            var sending = threads.submit(small::sendDue);
            assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();
            // The node has one connection only, and it is free.
            assertThat(small.count("state = 'waiting' AND attempts = 1")).isEqualTo(1);
            assertThat(
                            small.text(
                                    "SELECT count(*) FROM pg_stat_activity WHERE state LIKE 'idle in%'"))
                    .isEqualTo("0");
            go.countDown();
            assertThat(sending.get()).isEqualTo(1);
        }
    }

    @Test
    void withoutWayOutLettersWait() {
        try (var closed = new Node(url, clock, Post.waiting())) {
            send("Attend");
            assertThat(closed.sendDue()).isZero();
            assertThat(node.count("state = 'waiting' AND attempts = 0 AND lease IS NULL"))
                    .isEqualTo(1);
        }
    }

    @Test
    void theDemonstrationKeepsWhatWouldLeave() {
        try (var demonstration = new Node(url, clock, Post.keeping())) {
            send("Gardée");
            demonstration.sendDue();
            assertThat(node.count("state = 'kept'")).isEqualTo(1);
        }
    }

    @Test
    void theLetterOfTheDayGroupsWhatAPersonWantsOnceADay() {
        var to = Sample.someone();
        choose(to, Choice.DAILY);
        for (var subject : new String[] {"Première", "Deuxième", "Troisième"}) {
            node.send(Message.byMail(to, Sample.news(subject), UUID.randomUUID().toString()));
            clock.advance(Duration.ofMinutes(1));
        }
        node.send(Message.byMail(to, Sample.safety("Connexion"), UUID.randomUUID().toString()));
        node.compose();
        assertThat(node.sendDue()).as("what is mandatory leaves at once").isEqualTo(1);
        clock.advance(Duration.ofDays(1));
        try (var second = new Node(url, clock, post);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var one = threads.submit(node::compose);
            second.compose();
            assertThat(one).succeedsWithin(Duration.ofSeconds(10));
        }
        assertThat(node.sendDue()).isEqualTo(1);
        var digest = post.letters.getLast();
        assertThat(digest.subject()).isEqualTo("3 nouveaux messages – Ville d’Essai");
        assertThat(digest.plain()).containsSubsequence("Première", "Deuxième", "Troisième");
        assertThat(node.count("digest_item", "true")).isZero();
    }

    @Test
    void aRefusedCategoryIsSaidOnPagesOnly() {
        var to = Sample.someone();
        choose(to, Choice.NEVER);
        node.send(Message.everywhere(to, Sample.news("Page"), UUID.randomUUID().toString()));
        assertThat(node.sendDue()).isZero();
        assertThat(node.notifications().unread(to.id())).isEqualTo(1);
    }

    @Test
    void aMandatoryCategoryCannotBeRefused() {
        var to = Sample.someone();
        node.preferences().choose(to.id(), Map.of(Sample.SAFETY, Choice.NEVER));
        node.send(Message.byMail(to, Sample.safety("Toujours"), UUID.randomUUID().toString()));
        assertThat(node.sendDue()).isEqualTo(1);
    }

    @Test
    void aRefusalHoldsForWhatAlreadyWaits() {
        var to = Sample.someone();
        node.send(Message.byMail(to, Sample.news("En attente"), UUID.randomUUID().toString()));
        choose(to, Choice.NEVER);
        assertThat(node.sendDue()).isZero();
        assertThat(node.count("state = 'dropped'")).isEqualTo(1);
    }

    @Test
    void lettersAreErasedInTimeAndOnlyNumbersRemain() {
        send("Partie");
        node.sendDue();
        post.answering(_ -> UNKNOWN);
        send("Morte");
        node.sendDue();
        clock.advance(Duration.ofDays(31));
        purge();
        assertThat(node.count("state = 'sent'")).isZero();
        assertThat(node.count("state = 'dead'")).isEqualTo(1);
        clock.advance(Duration.ofDays(60));
        purge();
        assertThat(node.count("true")).isZero();
        assertThat(node.count("tally", "letters = 1 AND outcome IN ('sent', 'dead')")).isEqualTo(2);
    }

    @Test
    void aKeyStillHoldsWhenItsLetterIsErased() {
        var to = Sample.someone();
        node.send(Message.byMail(to, Sample.news("Unique"), "essai/unique"));
        node.sendDue();
        clock.advance(Duration.ofDays(31));
        purge();
        node.send(Message.byMail(to, Sample.news("Unique"), "essai/unique"));
        assertThat(node.sendDue()).isZero();
    }

    private void purge() {
        while (node.oblivion().purge(clock.instant())) {
            continue;
        }
    }

    private void choose(Recipient to, Choice choice) {
        node.preferences().choose(to.id(), Map.of(Sample.NEWS, choice));
    }

    private void send(String subject) {
        node.send(
                Message.byMail(
                        Sample.someone(), Sample.news(subject), UUID.randomUUID().toString()));
    }

    private static Delivery pause(CountDownLatch arrived, CountDownLatch go) {
        arrived.countDown();
        try {
            return go.await(10, TimeUnit.SECONDS) ? new Delivery.Accepted() : BUSY;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return BUSY;
        }
    }
}
