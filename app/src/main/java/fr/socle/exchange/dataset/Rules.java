package fr.socle.exchange.dataset;

import fr.socle.exchange.dataset.DataSet.Address;
import fr.socle.exchange.dataset.DataSet.Field;
import fr.socle.exchange.dataset.DataSet.Identification;
import fr.socle.habilitations.spi.DataCatalogue.DataKind;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a description must obey before it becomes a row. Each fault names the member and the rule.
 */
public final class Rules {

    private static final String CODE = "[a-z]+(-[a-z]+)*";
    private static final String PATH = "/[A-Za-z0-9_.{}/-]{1,200}";
    private static final String FIELD = "[a-z0-9_]+(\\.[a-z0-9_]+)*";
    private static final String POINTER = "/(data|links|meta)(/[^/\\p{Cntrl}]+)+";
    private static final int MOST_FIELDS = 500;
    private static final int MOST_POINTERS = 100;

    /** A day, as API Particulier keeps the quotient familial. */
    private static final int LONGEST_KEPT = 86_400;

    private static final int MOST_PER_MINUTE = 100_000;
    private static final int LONGEST = 200;

    private Rules() {}

    /**
     * The first thing that is wrong, in French; empty when nothing is.
     *
     * @param set as read from outside
     */
    public static Optional<String> fault(DataSet set) {
        if (!isWhole(set)) {
            return Optional.of("« data_set » n’est pas une description entière");
        }
        return Stream.of(head(set), address(set), terms(set), fields(set.fields()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** A reader of JSON leaves what is missing null, whatever the types say. */
    private static boolean isWhole(DataSet set) {
        return areThere(set.code(), set.title(), set.address(), set.source(), set.terms())
                && areThere(set.address().api(), set.address().path(), set.address().by())
                && areThere(set.source().prefix(), set.source().name(), set.source().path())
                && areThere(set.terms().secrecy())
                && set.fields().stream()
                        .allMatch(it -> areThere(it.code(), it.label(), it.scope(), it.kind()));
    }

    private static boolean areThere(@Nullable Object... members) {
        return Stream.of(members).allMatch(Objects::nonNull);
    }

    private static Optional<String> head(DataSet set) {
        return first(
                rule(
                        set.code().matches(CODE) && set.code().length() <= LONGEST,
                        "code",
                        "a des lettres minuscules et des tirets"),
                rule(isLabel(set.title()), "title", "est un texte de 1 à 200 caractères"),
                rule(set.source().prefix().matches("[0-9]{2}"), "source.prefix", "a deux chiffres"),
                rule(
                        isLabel(set.source().name()),
                        "source.name",
                        "est un texte de 1 à 200 caractères"));
    }

    private static Optional<String> address(DataSet set) {
        var address = set.address();
        return first(
                rule(
                        address.path().matches("/v[3-9]" + PATH)
                                && isPlaced(address, address.path()),
                        "address.path",
                        "commence par la version, de /v3/ à /v9/, et contient {siren} ou {siret} selon « by »"),
                rule(
                        set.source().path().matches(PATH) && isPlaced(address, set.source().path()),
                        "source.path",
                        "commence par / et contient {siren} ou {siret} selon « by »"),
                rule(
                        address.parameters().stream().allMatch(it -> it.matches("[A-Za-z]{1,60}")),
                        "address.parameters",
                        "n’a que des noms en lettres"));
    }

    private static boolean isPlaced(Address address, String path) {
        var sirens = path.split("\\{siren}", -1).length - 1;
        var sirets = path.split("\\{siret}", -1).length - 1;
        return sirens == (address.by() == Identification.SIREN ? 1 : 0)
                && sirets == (address.by() == Identification.SIRET ? 1 : 0);
    }

    private static Optional<String> terms(DataSet set) {
        var terms = set.terms();
        return first(
                rule(
                        terms.perMinute() >= 1 && terms.perMinute() <= MOST_PER_MINUTE,
                        "terms.perMinute",
                        "va de 1 à 100000"),
                rule(
                        (terms.opens() == null) == (terms.closes() == null),
                        "terms.opens",
                        "va avec « closes »"),
                rule(
                        terms.freshness() == null
                                || (terms.freshness() >= 1 && terms.freshness() <= LONGEST_KEPT),
                        "terms.freshness",
                        "va de 1 à 86400 secondes, ou manque"));
    }

    private static Optional<String> fields(List<Field> fields) {
        var codes = new HashSet<String>();
        var pointers = new HashSet<String>();
        if (fields.isEmpty() || fields.size() > MOST_FIELDS) {
            return Optional.of("« fields » a de 1 à 500 champs");
        }
        return fields.stream()
                .map(it -> field(it, codes, pointers))
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> nested(pointers));
    }

    private static Optional<String> field(Field field, Set<String> codes, Set<String> pointers) {
        var at = "fields." + field.code();
        var records = field.kind() == DataKind.RECORDS;
        return first(
                rule(
                        field.code().matches(FIELD) && codes.add(field.code()),
                        at,
                        "est un code de lettres, chiffres, _ et points, écrit une fois"),
                rule(isLabel(field.label()), at + ".label", "est un texte de 1 à 200 caractères"),
                rule(
                        field.scope().matches("[a-z0-9_]{1,100}"),
                        at + ".scope",
                        "a des lettres minuscules, chiffres et _"),
                rule(
                        records
                                ? !field.pointers().isEmpty()
                                        && field.pointers().size() <= MOST_POINTERS
                                : field.pointers().size() == 1,
                        at + ".pointers",
                        "a un seul pointeur, ou de 1 à 100 pour RECORDS"),
                rule(
                        field.pointers().stream()
                                .allMatch(
                                        it ->
                                                it.matches(POINTER)
                                                        && it.contains("/*") == records
                                                        && pointers.add(it)),
                        at + ".pointers",
                        "commence par /data/, /links/ ou /meta/, n’a « * » que pour RECORDS, et n’est écrit qu’une fois"));
    }

    /** A value and something below it cannot both be: one of the two would never leave. */
    private static Optional<String> nested(Set<String> pointers) {
        return pointers.stream()
                .filter(it -> pointers.stream().anyMatch(other -> other.startsWith(it + "/")))
                .findFirst()
                .map(it -> "« " + it + " » est au-dessus d’un autre pointeur");
    }

    private static boolean isLabel(String text) {
        return !text.isBlank()
                && text.length() <= LONGEST
                && text.chars().noneMatch(Character::isISOControl);
    }

    private static Optional<String> rule(boolean holds, String member, String rule) {
        return holds ? Optional.empty() : Optional.of("« " + member + " » " + rule);
    }

    @SafeVarargs
    private static Optional<String> first(Optional<String>... faults) {
        return Stream.of(faults).flatMap(Optional::stream).findFirst();
    }
}
