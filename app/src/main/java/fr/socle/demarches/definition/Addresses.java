package fr.socle.demarches.definition;

import fr.socle.kernel.Cog;
import fr.socle.kernel.Commune;
import fr.socle.kernel.NormalName;
import fr.socle.kernel.Parsed;
import fr.socle.kernel.Refusal;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * French addresses, checked against the official tables: a postcode that they know must go with one
 * of its communes; one that they do not know (CEDEX) is taken as it is.
 */
public final class Addresses {

    private static final int LONGEST = 200;
    private static final String WRONG_POSTCODE = "demarches.saisie.address.postcode";
    private static final String WRONG_COMMUNE = "demarches.saisie.address.commune";
    private static final String NO_COMMUNE = "demarches.saisie.address.commune-missing";
    private static final int NAMED = 5;
    private static final Pattern POSTCODE = Pattern.compile("[0-9]{5}");

    private Addresses() {}

    /** The part of an address that this refusal is about; the first one when it is about all. */
    public static String part(Refusal refusal) {
        return switch (refusal.key()) {
            case WRONG_POSTCODE -> "code-postal";
            case WRONG_COMMUNE, NO_COMMUNE -> "commune";
            default -> "voie";
        };
    }

    static Parsed<Valeur> read(Typed typed) {
        var refusal = refusal(typed);
        if (refusal != null) {
            return new Parsed.Invalid<>(refusal);
        }
        var postcode = typed.part("code-postal");
        var served = Cog.communesOf(postcode);
        var name = typed.part("commune");
        var commune = named(served, name);
        if (commune == null && !served.isEmpty()) {
            return Parsed.invalid(WRONG_COMMUNE, postcode, names(served));
        }
        return Parsed.valid(
                new Valeur.Adresse(
                        typed.part("voie"),
                        typed.part("complement"),
                        postcode,
                        commune == null ? name : commune.nom(),
                        commune == null ? null : commune.code()));
    }

    private static @Nullable Refusal refusal(Typed typed) {
        for (var part : List.of("voie", "complement", "commune")) {
            if (FreeText.check(typed.part(part), LONGEST)
                    instanceof Parsed.Invalid<String>(var why)) {
                return why;
            }
        }
        if (typed.part("voie").isEmpty()) {
            return Refusal.of("demarches.saisie.address.street");
        }
        if (!POSTCODE.matcher(typed.part("code-postal")).matches()) {
            return Refusal.of(WRONG_POSTCODE);
        }
        return typed.part("commune").isEmpty() ? Refusal.of(NO_COMMUNE) : null;
    }

    private static @Nullable Commune named(List<Commune> served, String name) {
        var wanted = key(name);
        return served.stream()
                .filter(it -> key(it.nom()).equals(wanted))
                .findFirst()
                .orElse(
                        served.stream()
                                .filter(it -> key(it.nom()).startsWith(wanted + " "))
                                .findFirst()
                                .orElse(null));
    }

    /** People write « St » and « Ste ». */
    private static String key(String name) {
        return (" " + NormalName.of(name).value() + " ")
                .replace(" ST ", " SAINT ")
                .replace(" STE ", " SAINTE ")
                .strip();
    }

    private static String names(List<Commune> served) {
        return served.stream().limit(NAMED).map(Commune::nom).collect(Collectors.joining(", "))
                + (served.size() > NAMED ? "…" : "");
    }
}
