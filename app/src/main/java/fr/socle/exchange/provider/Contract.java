package fr.socle.exchange.provider;

import fr.socle.habilitations.spi.DataCatalogue.DataKind;
import java.util.List;
import java.util.Optional;

/**
 * The facts that a provider may give, and how each is written. Whatever else it says is dropped.
 */
public record Contract(List<Fact> facts) {

    public Contract {
        facts = List.copyOf(facts);
    }

    /**
     * @param code its path in {@code data}, as in {@code quotient_familial.valeur}
     * @param members for {@link DataKind#RECORDS}: the paths that each record may hold; empty for
     *     the other kinds
     */
    public record Fact(String code, DataKind kind, List<String> members) {
        public Fact {
            members = List.copyOf(members);
        }

        public static Fact of(String code, DataKind kind) {
            return new Fact(code, kind, List.of());
        }

        public static Fact records(String code, String... members) {
            return new Fact(code, DataKind.RECORDS, List.of(members));
        }
    }

    Optional<Fact> fact(String path) {
        return facts.stream().filter(it -> it.code().equals(path)).findFirst();
    }

    /** Whether a fact lies below this path. */
    boolean leads(String path) {
        return facts.stream().anyMatch(it -> it.code().startsWith(path + "."));
    }
}
