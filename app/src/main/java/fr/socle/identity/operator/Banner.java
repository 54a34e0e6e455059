package fr.socle.identity.operator;

import fr.socle.kernel.Refusal;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Reading;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A message to everyone who is about to sign in.
 *
 * @param level {@code info}, {@code warn} or {@code bad}
 * @param from shown from this moment on
 * @param until and no longer at this one
 */
public record Banner(
        UUID id, String level, String french, String english, Instant from, Instant until) {

    public static final List<String> LEVELS = List.of("info", "warn", "bad");

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final int LONGEST = 500;

    /** Whether it is shown at this moment. */
    public boolean isShown(Instant now) {
        return !now.isBefore(from) && now.isBefore(until);
    }

    public boolean isOver(Instant now) {
        return !now.isBefore(until);
    }

    /** Moments are written as browsers do, {@code 2026-11-22T08:00}, and read in Paris. */
    public static Optional<Banner> read(Form form) {
        var level = form.read("level", Reading.among(LEVELS)).orElse("");
        var french = form.required("text_fr", LONGEST);
        var english = form.required("text_en", LONGEST);
        var from = moment(form, "from");
        var until = moment(form, "until");
        if (form.ok() && !from.isBefore(until)) {
            form.reject("until", Refusal.of("identity.banner.order"));
        }
        return form.ok()
                ? Optional.of(new Banner(UUID.randomUUID(), level, french, english, from, until))
                : Optional.empty();
    }

    private static Instant moment(Form form, String field) {
        var text = form.required(field, 40);
        try {
            return text.isEmpty()
                    ? Instant.EPOCH
                    : text.endsWith("Z")
                            ? Instant.parse(text)
                            : LocalDateTime.parse(text).atZone(PARIS).toInstant();
        } catch (DateTimeParseException nonsense) {
            form.reject(field, Refusal.of("identity.banner.moment"));
            return Instant.EPOCH;
        }
    }
}
