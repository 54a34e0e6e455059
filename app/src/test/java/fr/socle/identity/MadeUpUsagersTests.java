package fr.socle.identity;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.identity.demonstration.MadeUpPerson;
import fr.socle.identity.demonstration.MadeUpUsagers;
import fr.socle.kernel.IdentitePivot;
import fr.socle.kernel.IdentitePivot.Reading.Accepted;
import java.time.LocalDate;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The persons of the demonstration are marked, possible, and cover the hard cases. */
@NullMarked
class MadeUpUsagersTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Test
    void everyOneIsMarkedAndHasAPossibleCivilStatus() {
        assertThat(MadeUpUsagers.all()).hasSizeGreaterThanOrEqualTo(16);
        for (var person : MadeUpUsagers.all()) {
            assertThat(person.label()).endsWith("(démonstration)");
            assertThat(IdentitePivot.read(person.claims(), TODAY))
                    .as(person.sub())
                    .isInstanceOf(Accepted.class);
        }
    }

    @Test
    void subjectsAreUnique() {
        assertThat(MadeUpUsagers.all().stream().map(MadeUpPerson::sub)).doesNotHaveDuplicates();
    }

    @Test
    void presumedDatesHomonymsAndTwinsAreAmongThem() {
        assertThat(pivot("annee").birthDate().iso()).isEqualTo("1962-00-00");
        assertThat(pivot("annee").birthDate().completed()).isEqualTo("1962-01-01");
        assertThat(pivot("mois").birthDate().presumed()).isTrue();
        assertThat(pivot("homonyme-lille").sameAs(pivot("homonyme-nantes"))).isFalse();
        assertThat(pivot("homonyme-lille").familyName())
                .isEqualTo(pivot("homonyme-nantes").familyName());
        assertThat(pivot("jumelle-une").sameAs(pivot("jumelle-deux"))).isTrue();
    }

    private static IdentitePivot pivot(String sub) {
        var person =
                MadeUpUsagers.all().stream()
                        .filter(it -> it.sub().equals(sub))
                        .findFirst()
                        .orElseThrow();
        if (IdentitePivot.read(person.claims(), TODAY) instanceof Accepted(var identity)) {
            return identity;
        }
        throw new AssertionError(sub);
    }
}
