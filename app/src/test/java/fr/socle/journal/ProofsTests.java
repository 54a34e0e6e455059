package fr.socle.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.socle.PostgresTest;
import fr.socle.journal.LoggedEntry.OpenPart;
import fr.socle.journal.format.Receipt;
import fr.socle.kernel.PersonRef;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PostgresTest
class ProofsTests {

    @Autowired Journal journal;
    @Autowired Proofs proofs;

    private final PersonRef someone = new PersonRef(UUID.randomUUID());
    private final PersonRef stranger = new PersonRef(UUID.randomUUID());

    @Test
    void aPartTellsWhomItIsAboutUntilTheirKeyIsErased() {
        var entry = integrated(journal.appendAlone(Essai.erasable(someone, "lu")));
        assertThat(entry.content().orElseThrow().parts())
                .extracting(OpenPart::person)
                .containsExactly(someone, someone, null);
        assertThat(entry.content().orElseThrow().parts().getFirst().seal()).isPositive();
        journal.erasePerson(someone, "demande de la personne");
        var after = journal.at(entry.index()).orElseThrow().content().orElseThrow();
        assertThat(after.parts()).extracting(OpenPart::person).allMatch(Objects::isNull);
    }

    @Test
    void aReceiptOpensWhatIsTheirsAndStrangersGetNone() {
        var entry = integrated(journal.appendAlone(Essai.erasable(someone, "prouvé")));
        var proof = receipt(someone, entry);
        var receipt = Receipt.parse(proof.text());
        assertThat(receipt.index()).isEqualTo(entry.index());
        assertThat(proof.size()).isGreaterThan(entry.index());
        assertThat(proof.witnesses()).isZero();
        assertThat(proof.text()).doesNotContain("Agent");
        assertThat(proofs.receiptFor(stranger, entry.log(), entry.index())).isEmpty();
        assertThat(proofs.receiptFor(someone, entry.log(), Long.MAX_VALUE)).isEmpty();
        assertThat(proofs.receiptFor(someone, entry.log() + 1, entry.index())).isEmpty();
    }

    @Test
    void whatWasWrittenTellsHowLongItIsKeptAndWhy() {
        integrated(journal.appendAlone(new Essai(someone, "gardé", Essai.STATUTORY)));
        await().atMost(Duration.ofSeconds(2)).until(() -> proofs.kinds().contains(Essai.STATUTORY));
        assertThat(proofs.kinds()).extracting(Kind::code).doesNotContain("journal.jamais-ecrit");
    }

    private ProofOfEntry receipt(PersonRef person, LoggedEntry entry) {
        return await().atMost(Duration.ofSeconds(3))
                .until(
                        () -> proofs.receiptFor(person, entry.log(), entry.index()),
                        Optional::isPresent)
                .orElseThrow();
    }

    private LoggedEntry integrated(Reference reference) {
        return await().atMost(Duration.ofSeconds(2))
                .until(() -> journal.find(reference.id()), Optional::isPresent)
                .orElseThrow();
    }
}
