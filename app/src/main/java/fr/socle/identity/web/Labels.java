package fr.socle.identity.web;

import fr.socle.identity.federation.Federation;
import fr.socle.identity.federation.Held;
import fr.socle.identity.web.ConsentPage.Datum;
import fr.socle.identity.web.ConsentPage.Writing;
import fr.socle.ui.Frame;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** How claims are named and shown to the person whom they are about. */
public final class Labels {

    private static final String KEY = "identity.claim.";
    private static final String REGISTER = "rnipp_";
    private static final String BIRTHPLACE = "birthplace";

    /** Other writings of a claim that is shown already, and what tells nothing of the person. */
    private static final Set<String> UNSEEN =
            Set.of(
                    "sub",
                    "given_name_array",
                    "rnipp_given_name_array",
                    "idp_birthdate",
                    "birthcountry",
                    "rnipp_birthcountry",
                    "idp_sub");

    /** As people say who they are; what is not here follows. */
    private static final List<String> ORDER =
            List.of(
                    "given_name",
                    "family_name",
                    "preferred_username",
                    "birthdate",
                    "gender",
                    BIRTHPLACE,
                    "email");

    private Labels() {}

    /** The message keys of what these scopes give. */
    public static List<String> of(Federation federation, Set<String> scopes) {
        var claims = federation.claims(scopes);
        return ordered(claims).stream()
                // because the register's own writing tells no other thing
                .filter(it -> !claims.contains(plain(it)) || it.equals(plain(it)))
                .map(Labels::key)
                .toList();
    }

    /** What this service gets of this person, with the name of the account that was chosen. */
    static List<Datum> of(Federation federation, Held held, String provider) {
        var released = held.released(federation);
        var shown = new ArrayList<Datum>();
        for (var name : ordered(released.keySet())) {
            if (!isEcho(name, released)) {
                shown.add(datum(name, released, provider));
            }
        }
        return shown;
    }

    /** What the register says in the same words as the provider is said once. */
    private static boolean isEcho(String name, Map<String, Object> released) {
        return !name.equals(plain(name))
                && Objects.equals(released.get(name), released.get(plain(name)));
    }

    /** The claim without the mark of the register. */
    private static String plain(String name) {
        return name.startsWith(REGISTER) ? name.substring(REGISTER.length()) : name;
    }

    private static List<String> ordered(Set<String> claims) {
        var all = new LinkedHashSet<>(claims);
        if (claims.contains("birthcountry")) {
            all.add(BIRTHPLACE);
        }
        if (claims.contains(REGISTER + "birthcountry")) {
            all.add(REGISTER + BIRTHPLACE);
        }
        all.removeAll(UNSEEN);
        var ordered = new LinkedHashSet<>(ORDER);
        ordered.retainAll(all);
        ordered.addAll(all);
        return List.copyOf(ordered);
    }

    private static Datum datum(String name, Map<String, Object> released, String provider) {
        var value = String.valueOf(released.getOrDefault(name, ""));
        return switch (plain(name)) {
            case "gender" -> new Datum(key(name), gender(value), Writing.WORD);
            case "birthdate" -> new Datum(key(name), value, Writing.DAY);
            case BIRTHPLACE -> text(name, place(released, name));
            case "idp_id" -> text(name, provider);
            default -> text(name, value);
        };
    }

    private static Datum text(String name, String value) {
        return new Datum(key(name), value, Writing.AS_IT_IS);
    }

    private static String gender(String value) {
        return switch (value) {
            case "female", "male" -> "identity.gender." + value;
            default -> "identity.gender.unknown";
        };
    }

    private static String place(Map<String, Object> released, String birthplace) {
        var country = birthplace.replace(BIRTHPLACE, "birthcountry");
        return Places.name(
                released.getOrDefault(birthplace, "").toString(),
                released.getOrDefault(country, "").toString());
    }

    private static String key(String claim) {
        return KEY + claim.replace('_', '-');
    }

    /** What this key says; a claim that nobody put in words is called by its own name. */
    public static String said(Frame frame, String key) {
        return frame.words().has(key)
                ? frame.t(key)
                : key.substring(KEY.length()).replace('-', '_');
    }
}
