package fr.socle.exchange.api;

import fr.socle.identity.Persons;
import fr.socle.kernel.PersonRef;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whom of this house a civil status from outside is. */
@Component
public record Subjects(Persons persons, Clock clock) {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /**
     * As {@link #personOf(CivilStatus)}.
     *
     * @param values of a parameter of API Particulier; null when it did not come
     */
    public Optional<PersonRef> personOf(Function<String, String @Nullable []> values) {
        return personOf(CivilStatus.read(values));
    }

    /** Exactly one, or nobody: a line shown to a homonym is a breach. */
    Optional<PersonRef> personOf(CivilStatus civil) {
        return civil.identity(LocalDate.ofInstant(clock.instant(), PARIS))
                .flatMap(persons::personOf);
    }
}
