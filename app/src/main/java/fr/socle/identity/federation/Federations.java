package fr.socle.identity.federation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The federations of this house: the three that it always has, and those of its operator. What is
 * read from a row, an address or a form becomes a federation here.
 */
public final class Federations {

    /**
     * The codes, for a variable of an address: {@code "/{federation:" + Federations.CODES + "}/…"}.
     * The house replaces it by the list of them when it starts, because an address whose first
     * words are all known is found without comparing it with every other.
     */
    public static final String CODES = "#{@federations.pattern()}";

    private static final List<Federation> OF_THE_HOUSE =
            List.of(Federation.CITOYENS, Federation.CITOYENS_PLUS, Federation.AGENTS);

    private final Map<String, Federation> byCode = new LinkedHashMap<>();

    /**
     * @param more the operator's own, with codes of their own
     */
    public Federations(List<Federation> more) {
        OF_THE_HOUSE.forEach(it -> byCode.put(it.code(), it));
        more.forEach(it -> byCode.put(it.code(), it));
    }

    /** All of them; those of the house first. */
    public List<Federation> all() {
        return List.copyOf(byCode.values());
    }

    /** Those that the operator added. */
    public List<Federation> added() {
        var added = new ArrayList<>(byCode.values());
        added.removeAll(OF_THE_HOUSE);
        return added;
    }

    public Optional<Federation> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /**
     * The federation of a row or of an address of ours.
     *
     * @throws IllegalStateException when it is none
     */
    public Federation of(String code) {
        return find(code).orElseThrow(() -> new IllegalStateException("no federation " + code));
    }

    /** The codes as they are listed in a sentence. */
    public String codes() {
        return String.join(", ", byCode.keySet());
    }

    /** The codes as an address lists them. */
    public String pattern() {
        return String.join("|", byCode.keySet());
    }
}
