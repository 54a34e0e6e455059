package fr.socle.notifications;

import fr.socle.kernel.EmailAddress;
import fr.socle.kernel.Parsed;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * To whom. Preferences and the messages on pages belong to the id; the address is only where the
 * e-mail goes.
 *
 * @param id opaque, chosen by the calling block, the same for all messages to one person
 * @param name as the person writes it, for the greeting; null when it is not known
 * @param language {@code fr}, {@code en}; French for any other
 */
public record Recipient(UUID id, EmailAddress address, @Nullable String name, String language) {

    public Recipient {
        if (name != null && name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a name has no control characters");
        }
    }

    /** Reads an address that nobody has checked yet; line breaks in the name become spaces. */
    public static Parsed<Recipient> parse(
            UUID id, String address, @Nullable String name, String language) {
        return EmailAddress.parse(address)
                .map(it -> new Recipient(id, it, withoutControls(name), language));
    }

    private static @Nullable String withoutControls(@Nullable String name) {
        return name == null ? null : name.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    /** Says nothing, so that no log line can carry a name or an address. */
    @Override
    public String toString() {
        return "Recipient(hidden)";
    }
}
