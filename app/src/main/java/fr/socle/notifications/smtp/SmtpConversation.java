package fr.socle.notifications.smtp;

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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection to the mail server, opened for the first letter and again when it broke. Each
 * letter is handed over by a virtual thread: interrupting it closes its socket, which ends even a
 * server that answers one byte at a time.
 */
final class SmtpConversation implements Post.Conversation {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpConversation.class);

    private final SmtpPost post;
    private final Duration patience;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private Line line;

    SmtpConversation(SmtpPost post, Duration patience) {
        this.post = post;
        this.patience = patience;
        this.line = new Line(post);
    }

    @Override
    public Delivery deliver(Letter letter) {
        var current = line;
        var attempt = threads.submit(() -> handOver(letter, current));
        try {
            return attempt.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            attempt.cancel(true);
            line = new Line(post);
            return new Delivery.Deferred(new Failure(Cause.SLOW, ""));
        } catch (InterruptedException stopping) {
            attempt.cancel(true);
            Thread.currentThread().interrupt();
            return new Delivery.Deferred(new Failure(Cause.SLOW, ""));
        } catch (ExecutionException bug) {
            // One letter that nobody foresaw must not keep the others from leaving.
            LOG.error("{} met what no mail server does", letter, bug.getCause());
            return new Delivery.Deferred(new Failure(Cause.UNWRITABLE, ""));
        }
    }

    private Delivery handOver(Letter letter, Line line) {
        try {
            line.send(
                    MimeLetter.of(
                            letter,
                            post.settings().sender(),
                            post.session(),
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

    @Override
    public void close() {
        line.close();
        threads.shutdownNow();
    }
}
