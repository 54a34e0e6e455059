package fr.socle.exchange.api;

import fr.socle.exchange.spi.Cases;
import fr.socle.identity.Persons;
import fr.socle.kernel.NumeroPublic;
import fr.socle.kernel.Parsed;
import fr.socle.kernel.PersonRef;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What a question from outside means inside: which person, which case. */
@Component
record Askers(Persons persons, ObjectProvider<Cases> cases, Clock clock) {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /** Exactly one, or nobody: a line shown to a homonym is a breach. */
    Optional<PersonRef> personOf(CivilStatus civil) {
        return civil.identity(LocalDate.ofInstant(clock.instant(), PARIS))
                .flatMap(persons::personOf);
    }

    /**
     * The reference of the case that this text numbers; empty when it is no number. One that nobody
     * knows stays what it is, and founds nothing.
     */
    Optional<String> caseOf(String text) {
        return NumeroPublic.parse(text) instanceof Parsed.Valid<NumeroPublic>(var number)
                ? Optional.of(reference(number))
                : Optional.empty();
    }

    private String reference(NumeroPublic number) {
        return cases.stream()
                .flatMap(it -> it.referenceOf(number).stream())
                .findFirst()
                .orElse(number.value());
    }
}
