package fr.socle.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PersonRefTests {

    private final SecureRandom random = new SecureRandom();

    @Test
    void isNeverPrinted() {
        var person = PersonRef.fresh(random);
        assertThat("" + person).isEqualTo("PersonRef[hidden]");
    }

    @Test
    void everyFreshOneIsNewAndARandomUuid() {
        var fresh = Stream.generate(() -> PersonRef.fresh(random)).limit(1_000).toList();
        assertThat(fresh).doesNotHaveDuplicates();
        assertThat(fresh).allMatch(person -> person.value().version() == 4);
        assertThat(fresh).allMatch(person -> person.value().variant() == 2);
    }

    @Test
    void anIdThatTellsTheTimeCannotBeOne() {
        var timed = new Ids(InstantSource.system(), random).next();
        assertThatIllegalArgumentException().isThrownBy(() -> new PersonRef(timed));
        assertThatIllegalArgumentException().isThrownBy(() -> new PersonRef(new UUID(0, 0)));
    }
}
