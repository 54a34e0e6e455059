package fr.socle.bench.identity;

import java.util.LinkedHashMap;
import java.util.Map;

/** The made-up account of this number at the demonstration provider. */
record Account(int number) {

    private static final int LETTERS = 26;
    private static final int DAYS = 28;
    private static final int MONTHS = 12;
    private static final int YEARS = 60;

    String sub() {
        return "compte-" + number;
    }

    String email() {
        return sub() + "@exemple.fr";
    }

    /** A complete civil status that no other account has, and what Keycloak wants of a user. */
    Map<String, Object> claims() {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("sub", sub());
        claims.put("given_name", "Prénom " + letters());
        claims.put("family_name", "Fictif " + letters());
        claims.put("gender", number % 2 == 0 ? "female" : "male");
        claims.put("birthdate", birthdate());
        claims.put("birthplace", "75117");
        claims.put("birthcountry", "99100");
        claims.put("email", email());
        claims.put("preferred_username", sub());
        return claims;
    }

    private String birthdate() {
        return "%04d-%02d-%02d"
                .formatted(1940 + number % YEARS, 1 + number % MONTHS, 1 + number % DAYS);
    }

    private String letters() {
        var text = new StringBuilder("A");
        for (var rest = number; rest > 0; rest /= LETTERS) {
            text.append((char) ('a' + rest % LETTERS));
        }
        return text.toString();
    }
}
