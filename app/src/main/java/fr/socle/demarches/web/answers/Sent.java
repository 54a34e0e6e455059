package fr.socle.demarches.web.answers;

import fr.socle.ui.form.Form;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Which form a message came with: one form sends one message. */
public final class Sent {

    private Sent() {}

    public static UUID id(Form form) {
        try {
            return UUID.fromString(form.typed("message-id"));
        } catch (IllegalArgumentException notOurs) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, null, notOurs);
        }
    }
}
