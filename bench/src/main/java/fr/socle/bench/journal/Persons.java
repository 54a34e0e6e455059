package fr.socle.bench.journal;

import fr.socle.kernel.PersonRef;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Made-up persons, the same in every run of the same seed. */
public final class Persons {

    public static final int COUNT = 10_000;

    private Persons() {}

    public static List<PersonRef> made(long seed) {
        var random = new Random(seed);
        return Stream.generate(() -> PersonRef.fresh(random)).limit(COUNT).toList();
    }
}
