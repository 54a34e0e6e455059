package fr.socle.notifications.smtp;

import fr.socle.notifications.address.Address;
import fr.socle.notifications.delivery.Delivery;
import fr.socle.notifications.delivery.Post;
import fr.socle.notifications.outbox.Failure;
import fr.socle.notifications.outbox.Failure.Cause;
import fr.socle.notifications.outbox.Letter;
import jakarta.mail.MessagingException;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One connection to the mail server, opened for the first letter and again when it broke. Each
 * letter is handed over by a virtual thread: interrupting it closes its socket, which ends even a
 * server that answers one byte at a time.
 */
final class SmtpConversation implements Post.Conversation {

    private final SmtpPost post;
    private final Duration patience;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private Line line;

    SmtpConversation(SmtpPost post, Duration patience) {
        this.post = post;
        this.patience = patience;
        this.line = new Line(post, false);
    }

    @Override
    public Delivery deliver(Letter letter) {
        var attempt = threads.submit(() -> handOver(letter, lineFor(letter)));
        try {
            return attempt.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            attempt.cancel(true);
            line = new Line(post, false);
            return new Delivery.Deferred(new Failure(Cause.SLOW, ""));
        } catch (InterruptedException stopping) {
            attempt.cancel(true);
            Thread.currentThread().interrupt();
            return new Delivery.Deferred(new Failure(Cause.SLOW, ""));
        } catch (ExecutionException bug) {
            throw new IllegalStateException(
                    "a letter met what no mail server does", bug.getCause());
        }
    }

    private Delivery handOver(Letter letter, Line line) {
        try {
            var international = new Address(letter.recipient().address()).international();
            if (international && !line.takesInternational()) {
                return new Delivery.Refused(new Failure(Cause.INTERNATIONAL, ""));
            }
            line.send(
                    MimeLetter.of(
                            letter,
                            post.settings().sender(),
                            line.session(),
                            post.clock().instant()));
            return new Delivery.Accepted();
        } catch (UnsupportedEncodingException impossible) {
            return new Delivery.Refused(Replies.failure(Cause.UNWRITABLE, impossible));
        } catch (MessagingException failed) {
            var delivery = Replies.read(failed);
            if (!(delivery instanceof Delivery.Refused)) {
                line.close();
            }
            return delivery;
        }
    }

    private Line lineFor(Letter letter) {
        var international = new Address(letter.recipient().address()).international();
        if (line.international() != international) {
            line.close();
            line = new Line(post, international);
        }
        return line;
    }

    @Override
    public void close() {
        line.close();
        threads.shutdownNow();
    }
}
