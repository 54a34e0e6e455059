package fr.socle.identity.web;

import fr.socle.identity.federation.Federation;
import fr.socle.identity.federation.Held;
import fr.socle.identity.web.ConsentPage.Datum;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** How claims are named and shown to the person whom they are about. */
final class Labels {

    /** Other writings of a claim that is shown already, and what tells nothing of the person. */
    private static final Set<String> UNSEEN =
            Set.of("given_name_array", "idp_birthdate", "birthcountry", "idp_sub");

    private Labels() {}

    /** The message keys of what these scopes give. */
    static List<String> of(Federation federation, Set<String> scopes) {
        return federation.claims(scopes).stream()
                .filter(it -> !UNSEEN.contains(it))
                .map(Labels::key)
                .toList();
    }

    /** What this service gets of this person. */
    static List<Datum> of(Federation federation, Held held) {
        var shown = new ArrayList<Datum>();
        var released = held.released(federation);
        released.forEach(
                (name, value) -> {
                    if (!UNSEEN.contains(name)
                            && !name.equals("sub")
                            && !name.equals("birthplace")) {
                        shown.add(new Datum(key(name), shown(name, value)));
                    }
                });
        if (released.containsKey("birthcountry")) {
            shown.add(new Datum(key("birthplace"), place(released)));
        }
        return shown;
    }

    private static String shown(String name, Object value) {
        return switch (name) {
            case "gender" ->
                    switch (value.toString()) {
                        case "female" -> "féminin";
                        case "male" -> "masculin";
                        default -> "–";
                    };
            case "birthdate" -> day(value.toString());
            default -> value.toString();
        };
    }

    /** As French writes a date: 24/08/1962. */
    private static String day(String iso) {
        var parts = iso.split("-");
        return parts.length == 3 ? parts[2] + "/" + parts[1] + "/" + parts[0] : iso;
    }

    private static String place(java.util.Map<String, Object> released) {
        return Places.name(
                released.getOrDefault("birthplace", "").toString(),
                released.getOrDefault("birthcountry", "").toString());
    }

    private static String key(String claim) {
        return "identity.claim." + claim.replace('_', '-');
    }
}
