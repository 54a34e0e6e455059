package fr.socle.journal.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fr.socle.PostgresTest;
import fr.socle.house.Keyring;
import fr.socle.journal.Audience;
import fr.socle.journal.Entry;
import fr.socle.journal.Journal;
import fr.socle.journal.Kind;
import fr.socle.journal.LoggedEntry;
import fr.socle.journal.Part;
import fr.socle.journal.Proofs;
import fr.socle.journal.Retention;
import fr.socle.journal.format.Receipt;
import fr.socle.journal.format.Receipt.Disclosure;
import fr.socle.journal.store.ContentStore;
import fr.socle.journal.store.PersonKeys;
import fr.socle.kernel.PersonRef;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A part that opens later is there from the first day, and opens nowhere sooner. */
@NullMarked
@PostgresTest
class DeferredPartTests {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalDate DAY = LocalDate.now(PARIS).plusDays(40);

    private final PersonRef someone = PersonRef.fresh(new SecureRandom());

    @Autowired Journal journal;
    @Autowired Proofs proofs;
    @Autowired ContentStore contents;
    @Autowired PersonKeys keys;
    @Autowired Keyring keyring;

    private record Deferred(PersonRef person) implements Entry {

        static final Kind KIND =
                new Kind("journal.essai-scelle", Retention.of(Period.ofMonths(36)));

        @Override
        public Kind kind() {
            return KIND;
        }

        @Override
        public List<Part> parts() {
            return List.of(
                    Part.readBy(Audience.PERSONNE).about(person).with("ouverture", DAY.toString()),
                    Part.readBy(Audience.PERSONNE)
                            .about(person)
                            .with("qui", "Ville secrète")
                            .openingOn(DAY),
                    Part.readBy(Audience.AUDITEUR).with("acte", "essai"));
        }
    }

    @Test
    void beforeItsDayItIsCommittedAndOpensToNobody() {
        var entry = integrated();
        var own = proofs.read(someone, entry.log(), List.of(entry.index())).getFirst();
        assertThat(own.values()).containsOnlyKeys("ouverture");
        var parts = entry.content().orElseThrow().parts();
        assertThat(parts.get(1).values()).isEmpty();
        assertThat(parts.get(1).person()).isEqualTo(someone);
        var receipt = receipt(entry);
        assertThat(receipt.parts()).hasSize(3);
        assertThat(receipt.parts().stream().filter(Disclosure.Open.class::isInstance)).hasSize(1);
    }

    @Test
    void onItsDayItOpensByItself() {
        var entry = integrated();
        var eve = DAY.atStartOfDay(PARIS).minusSeconds(1);
        assertThat(readAt(eve, entry)).isEmpty();
        assertThat(readAt(eve.plusSeconds(1), entry)).contains("Ville secrète");
    }

    private Optional<Object> readAt(ZonedDateTime moment, LoggedEntry entry) {
        var clock = Clock.fixed(moment.toInstant(), PARIS);
        var content =
                new LogReader(contents, keys, keyring, clock)
                        .find(entry.log(), entry.index())
                        .flatMap(LoggedEntry::content)
                        .orElseThrow();
        return Optional.ofNullable(content.readBy(someone).get("qui"));
    }

    @Test
    void onlyWhatOnePersonAloneReadsIsDeferred() {
        var nobodys = Part.readBy(Audience.PERSONNE);
        var shared = Part.readBy(Audience.PERSONNE, Audience.DPO).about(someone);
        assertThatThrownBy(() -> nobodys.openingOn(DAY))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> shared.openingOn(DAY))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private LoggedEntry integrated() {
        var reference = journal.appendAlone(new Deferred(someone));
        return await().atMost(Duration.ofSeconds(5))
                .until(() -> journal.find(reference.id()), Optional::isPresent)
                .orElseThrow();
    }

    private Receipt receipt(LoggedEntry entry) {
        return Receipt.parse(
                await().atMost(Duration.ofSeconds(5))
                        .until(
                                () -> proofs.receiptFor(someone, entry.log(), entry.index()),
                                Optional::isPresent)
                        .orElseThrow()
                        .text());
    }
}
