package fr.socle.exchange.demonstration;

import fr.socle.kernel.BirthPlace;
import fr.socle.kernel.Gender;
import fr.socle.kernel.IdentitePivot;
import fr.socle.kernel.NormalName;
import java.util.List;
import java.util.UUID;

/**
 * Someone whom the made-up providers know. Nobody of this civil status exists.
 *
 * @param birthDate {@code YYYY-MM-DD}, with {@code 00} for what is not known
 * @param sex {@code F} or {@code M}
 * @param commune empty when born abroad
 * @param quotient the quotient familial, in euros
 */
public record MadeUpPerson(
        UUID id,
        String givenNames,
        String familyName,
        String birthDate,
        String sex,
        String country,
        String commune,
        int quotient) {

    private static final int LEAST = 250;
    private static final int SPREAD = 1800;

    static MadeUpPerson of(IdentitePivot identity, int quotient) {
        return new MadeUpPerson(
                UUID.randomUUID(),
                identity.givenName(),
                identity.familyName(),
                identity.birthDate().iso(),
                identity.gender() == Gender.MALE ? "M" : "F",
                identity.birthPlace().pays().value(),
                identity.birthPlace() instanceof BirthPlace.InFrance(var commune)
                        ? commune.value()
                        : "",
                quotient);
    }

    /** A plausible quotient, always the same for one civil status. */
    static int plausibleQuotient(IdentitePivot identity) {
        return LEAST + Math.floorMod(of(identity, 0).identity().hashCode(), SPREAD);
    }

    /** The civil status in normal form, the family name first. */
    String identity() {
        return String.join(
                "|", familyKey(familyName), normal(givenNames), birthDate, sex, country, commune);
    }

    static String familyKey(String familyName) {
        return normal(familyName);
    }

    /** Whether a provider would find this person by these parameters. */
    boolean matches(Asked asked) {
        return familyKey(familyName).equals(familyKey(asked.familyName()))
                && namesStart(asked.givenNames())
                && born(asked)
                && sex.equals(asked.sex())
                && country.equals(asked.country())
                && commune.equals(asked.commune());
    }

    /** The first given name is enough; more must follow in order. */
    private boolean namesStart(List<String> asked) {
        var known = normal(givenNames);
        var start = normal(String.join(" ", asked));
        return known.equals(start) || known.startsWith(start + " ");
    }

    private boolean born(Asked asked) {
        return birthDate.startsWith(asked.year() + "-")
                && same(birthDate.substring(5, 7), asked.month())
                && same(birthDate.substring(8, 10), asked.day());
    }

    /** What is not known on one side contradicts nothing. */
    private static boolean same(String known, String asked) {
        return asked.isEmpty() || known.equals("00") || known.equals(asked);
    }

    private static String normal(String name) {
        return NormalName.of(name).value();
    }
}
