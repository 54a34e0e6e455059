package fr.socle.notifications.smtp;

import fr.socle.notifications.delivery.Delivery;
import fr.socle.notifications.outbox.Failure;
import fr.socle.notifications.outbox.Failure.Cause;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/**
 * What a mail server's refusal means. Only what concerns this recipient or this content is final:
 * an account or a sender that is refused is for the operator to mend, and letters wait meanwhile.
 */
final class Replies {

    private Replies() {}

    static Delivery read(MessagingException failed) {
        return find(failed, SMTPAddressFailedException.class)
                .map(it -> verdict(it.getReturnCode(), Cause.RECIPIENT, it))
                .or(
                        () ->
                                find(failed, SMTPSenderFailedException.class)
                                        .map(it -> later(Cause.SENDER, it)))
                .or(() -> find(failed, SMTPSendFailedException.class).map(Replies::answer))
                .orElseGet(() -> later(broken(failed), failed));
    }

    private static Delivery answer(SMTPSendFailedException failed) {
        var command = Objects.requireNonNullElse(failed.getCommand(), "");
        if (command.startsWith("MAIL")) {
            return failed.getReturnCode() / 100 == 5
                    ? later(Cause.SENDER, failed)
                    : verdict(failed.getReturnCode(), Cause.SENDER, failed);
        }
        return verdict(failed.getReturnCode(), Cause.CONTENT, failed);
    }

    /** By the reply codes of RFC 5321 and RFC 4954. */
    private static Delivery verdict(int code, Cause lasting, Exception failed) {
        return switch (code) {
            case 530, 534, 535, 538 -> later(Cause.SIGN_IN, failed);
            default ->
                    switch (code / 100) {
                        case 5 -> new Delivery.Refused(failure(lasting, failed));
                        case 4 -> later(Cause.BUSY, failed);
                        default -> later(Cause.UNREACHABLE, failed);
                    };
        };
    }

    private static Cause broken(MessagingException failed) {
        if (failed instanceof AuthenticationFailedException) {
            return Cause.SIGN_IN;
        }
        var message = Objects.requireNonNullElse(failed.getMessage(), "");
        return message.contains("STARTTLS") || find(failed, SSLException.class).isPresent()
                ? Cause.TLS
                : Cause.UNREACHABLE;
    }

    static Delivery later(Cause cause, Exception failed) {
        return new Delivery.Deferred(failure(cause, failed));
    }

    static Failure failure(Cause cause, Exception failed) {
        return new Failure(
                cause,
                Objects.requireNonNullElse(failed.getMessage(), failed.getClass().getSimpleName()));
    }

    /** Looks through causes, which jakarta.mail also calls next exceptions. */
    private static <T> Optional<T> find(Throwable failed, Class<T> kind) {
        for (Throwable each = failed; each != null; each = each.getCause()) {
            if (kind.isInstance(each)) {
                return Optional.of(kind.cast(each));
            }
        }
        return Optional.empty();
    }
}
