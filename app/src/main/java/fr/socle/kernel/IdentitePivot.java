package fr.socle.kernel;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The civil status by which the State knows a person (FranceConnect, « identité pivot »). Names are
 * kept and handed on exactly as given; {@link #sameAs} compares them.
 *
 * @param givenName every given name, separated by spaces, 1 to 256 characters
 * @param familyName the name at birth, 1 to 256 characters
 */
public record IdentitePivot(
        String givenName,
        String familyName,
        BirthDate birthDate,
        Gender gender,
        BirthPlace birthPlace) {

    private static final int LONGEST_NAME = 256;

    public IdentitePivot {
        Typed.demand(refusalOfGivenName(givenName));
        Typed.demand(refusalOfFamilyName(familyName));
    }

    /** What reading claims gives: the identity, or everything that is wrong with them. */
    public sealed interface Reading {

        record Accepted(IdentitePivot identity) implements Reading {}

        /**
         * @param byClaim the reason of each refused claim, in the order of the contract
         */
        record Refused(Map<String, Refusal> byClaim) implements Reading {
            public Refused {
                byClaim = Collections.unmodifiableMap(new LinkedHashMap<>(byClaim));
            }
        }
    }

    /**
     * Reads the claims {@code given_name, family_name, birthdate, gender, birthcountry, birthplace}
     * and leaves the others alone. The commune is required in France and forbidden elsewhere, where
     * an empty one counts as none.
     *
     * @param today nobody is born later
     */
    public static Reading read(Map<String, ?> claims, LocalDate today) {
        return new PivotReader(claims).read(today);
    }

    /** The given names one by one. */
    public List<String> givenNames() {
        return List.of(Typed.trim(givenName).split("\\s+"));
    }

    /** The claims that FranceConnect gives for the scope {@code identite_pivot}. */
    public Map<String, Object> claims() {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("given_name", givenName);
        claims.put("given_name_array", givenNames());
        claims.put("family_name", familyName);
        claims.put("birthdate", birthDate.iso());
        claims.put("gender", gender.claim());
        if (birthPlace instanceof BirthPlace.InFrance(var commune)) {
            claims.put("birthplace", commune.value());
        }
        claims.put("birthcountry", birthPlace.pays().value());
        return Collections.unmodifiableMap(claims);
    }

    /** Whether both are one civil status, whatever the writing of the names. */
    public boolean sameAs(IdentitePivot other) {
        return NormalName.same(givenName, other.givenName)
                && NormalName.same(familyName, other.familyName)
                && birthDate.equals(other.birthDate)
                && gender == other.gender
                && birthPlace.equals(other.birthPlace);
    }

    /** Nothing: a civil status does not belong in a log. */
    @Override
    public String toString() {
        return "IdentitePivot[hidden]";
    }

    static @Nullable Refusal refusalOfGivenName(String name) {
        if (Typed.trim(name).isEmpty()) {
            return Refusal.of("kernel.given-name.missing");
        }
        if (name.length() > LONGEST_NAME) {
            return Refusal.of("kernel.given-name.length", name.length());
        }
        return Typed.hasControl(name) ? Refusal.of("kernel.given-name.control") : null;
    }

    static @Nullable Refusal refusalOfFamilyName(String name) {
        if (Typed.trim(name).isEmpty()) {
            return Refusal.of("kernel.family-name.missing");
        }
        if (name.length() > LONGEST_NAME) {
            return Refusal.of("kernel.family-name.length", name.length());
        }
        return Typed.hasControl(name) ? Refusal.of("kernel.family-name.control") : null;
    }
}
