package fr.socle.identity.demonstration;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Somebody who does not exist, with what is special about them.
 *
 * @param sub at every provider that knows them; never shown
 * @param label as one picks them from the list
 * @param special why they are there, in French
 * @param claims as their provider gives them
 */
public record MadeUpPerson(String sub, String label, String special, Map<String, Object> claims) {

    public MadeUpPerson {
        claims = Map.copyOf(claims);
    }

    /**
     * @param birthDate may be presumed: {@code 1962-00-00}
     * @param birthPlace the code of a commune, or empty
     */
    public record Civil(
            String givenName,
            String familyName,
            String gender,
            String birthDate,
            String birthPlace,
            String birthCountry,
            String usedName) {

        Map<String, Object> claims(String email) {
            var claims = new LinkedHashMap<String, Object>();
            claims.put("given_name", givenName);
            claims.put("family_name", familyName);
            claims.put("gender", gender);
            claims.put("birthdate", birthDate);
            if (!birthPlace.isEmpty()) {
                claims.put("birthplace", birthPlace);
            }
            claims.put("birthcountry", birthCountry);
            if (!usedName.isEmpty()) {
                claims.put("preferred_username", usedName);
            }
            claims.put("email", email);
            return claims;
        }
    }
}
