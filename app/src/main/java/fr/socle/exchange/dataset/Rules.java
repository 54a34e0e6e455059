package fr.socle.exchange.dataset;

import fr.socle.exchange.dataset.DataSet.Address;
import fr.socle.exchange.dataset.DataSet.Field;
import fr.socle.exchange.dataset.DataSet.Identification;
import fr.socle.exchange.dataset.DataSet.Terms;
import fr.socle.habilitations.spi.DataCatalogue.DataKind;
import fr.socle.kernel.Refusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a description must obey before it becomes a row. */
public final class Rules {

    /** How many fields a description may have. */
    public static final int MOST_FIELDS = 500;

    private static final String CODE = "[a-z]+(-[a-z]+)*";
    private static final String PATH = "/[A-Za-z0-9_.{}/-]{1,200}";
    private static final String FIELD = "[a-z0-9_]+(\\.[a-z0-9_]+)*";
    private static final String POINTER = "/(data|links|meta)(/[^/\\p{Cntrl}]+)+";
    private static final int MOST_POINTERS = 100;
    private static final int LONGEST_POINTER = 300;
    private static final int MOST_PARAMETERS = 20;
    private static final int LONGEST = 200;

    private final DataSet set;
    private final List<Fault> faults = new ArrayList<>();

    /**
     * One thing that is wrong.
     *
     * @param member its path in the description, as in {@code fields.3.pointers}
     */
    public record Fault(String member, Refusal why) {}

    private Rules(DataSet set) {
        this.set = set;
    }

    /** Everything that is wrong, in the order of the members; empty when nothing is. */
    public static List<Fault> faults(DataSet set) {
        var rules = new Rules(set);
        rules.head();
        rules.address();
        rules.terms();
        rules.fields();
        return List.copyOf(rules.faults);
    }

    private void head() {
        demand(set.code().matches(CODE) && set.code().length() <= LONGEST, "code", "code");
        demand(isLabel(set.title()), "title", "label");
        demand(set.source().prefix().matches("[0-9]{2}"), "source.prefix", "prefix");
        demand(isLabel(set.source().name()), "source.name", "label");
    }

    private void address() {
        var address = set.address();
        demand(
                address.path().matches("/v[3-9]" + PATH) && isPlaced(address, address.path()),
                "address.path",
                "path");
        demand(
                set.source().path().matches(PATH) && isPlaced(address, set.source().path()),
                "source.path",
                "source-path");
        demand(
                address.parameters().size() <= MOST_PARAMETERS
                        && address.parameters().stream()
                                .allMatch(it -> it.matches("[A-Za-z]{1,60}")),
                "address.parameters",
                "parameters");
    }

    private static boolean isPlaced(Address address, String path) {
        var sirens = path.split("\\{siren}", -1).length - 1;
        var sirets = path.split("\\{siret}", -1).length - 1;
        return sirens == (address.by() == Identification.SIREN ? 1 : 0)
                && sirets == (address.by() == Identification.SIRET ? 1 : 0);
    }

    private void terms() {
        var terms = set.terms();
        demand(
                terms.perMinute() >= 1 && terms.perMinute() <= Terms.MOST_PER_MINUTE,
                "terms.perMinute",
                "per-minute");
        demand((terms.opens() == null) == (terms.closes() == null), "terms.opens", "hours");
        demand(
                terms.opens() == null || !terms.opens().equals(terms.closes()),
                "terms.closes",
                "hours-same");
        var freshness = terms.freshness();
        demand(
                freshness == null || (freshness >= 1 && freshness <= Terms.LONGEST_KEPT),
                "terms.freshness",
                "freshness");
    }

    private void fields() {
        var codes = new HashSet<String>();
        var pointers = new HashSet<String>();
        demand(
                !set.fields().isEmpty() && set.fields().size() <= MOST_FIELDS,
                "fields",
                "fields",
                MOST_FIELDS);
        for (int i = 0; i < Math.min(MOST_FIELDS, set.fields().size()); i++) {
            field(set.fields().get(i), "fields." + i, codes, pointers);
        }
        nested(pointers);
    }

    private void field(Field field, String at, Set<String> codes, Set<String> pointers) {
        var records = field.kind() == DataKind.RECORDS;
        var many = field.pointers().size();
        demand(
                field.code().matches(FIELD)
                        && field.code().length() <= LONGEST
                        && codes.add(field.code()),
                at + ".code",
                "field-code");
        demand(isLabel(field.label()), at + ".label", "label");
        demand(field.scope().matches("[a-z0-9_]{1,100}"), at + ".scope", "scope");
        if (records ? many < 1 || many > MOST_POINTERS : many != 1) {
            demand(false, at + ".pointers", records ? "pointers-many" : "pointers-one");
            return;
        }
        for (var pointer : field.pointers()) {
            if (!pointer.matches(POINTER) || pointer.length() > LONGEST_POINTER) {
                demand(false, at + ".pointers", "pointer", pointer);
            } else if (pointer.contains("/*") != records) {
                demand(
                        false,
                        at + ".pointers",
                        records ? "pointer-list" : "pointer-value",
                        pointer);
            } else {
                demand(pointers.add(pointer), at + ".pointers", "pointer-twice", pointer);
            }
        }
    }

    /** A value and something below it cannot both be: one of the two would never leave. */
    private void nested(Set<String> pointers) {
        for (int i = 0; i < Math.min(MOST_FIELDS, set.fields().size()); i++) {
            for (var pointer : set.fields().get(i).pointers()) {
                if (pointers.stream().anyMatch(it -> it.startsWith(pointer + "/"))) {
                    demand(false, "fields." + i + ".pointers", "pointer-above", pointer);
                }
            }
        }
    }

    private static boolean isLabel(String text) {
        return !text.isBlank()
                && text.length() <= LONGEST
                && text.chars().noneMatch(Character::isISOControl);
    }

    private void demand(boolean holds, String member, String rule, Object... quoted) {
        if (!holds) {
            faults.add(new Fault(member, Refusal.of("exchange.rule." + rule, quoted)));
        }
    }
}
