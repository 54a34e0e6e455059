package fr.socle.identity.federation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The claims of each scope, as the contracts of FranceConnect (v2), FranceConnect+ and ProConnect
 * have them.
 */
final class Scopes {

    /** Gives no claim but refresh tokens (OpenID Connect Core, 11). */
    static final String OFFLINE = "offline_access";

    static final Map<String, List<String>> CITOYENS = citizens();
    static final Map<String, List<String>> CITOYENS_PLUS = citizensPlus();
    static final Map<String, List<String>> AGENTS = agents();

    /**
     * Those of data providers: they give no claim here but let the service ask there (one prefix
     * per provider, after FranceConnect's list).
     */
    private static final Pattern DATA =
            Pattern.compile(
                    "(dgfip|cnam|cnous|cnaf|msa|mesri|ants|gip_mds|api_fc|dss|dsnj|mi_siv)[_-][A-Za-z0-9_-]{1,80}|complementaire_sante_solidaire"
                            + "|(revenu_solidarite_active|prime_activite)(_majoration)?"
                            + "|allocation_(soutien_familial|adulte_handicape|enfant_handicape)"
                            + "|eaje_[a-z_]{1,80}");

    private Scopes() {}

    /** Whether this scope authorises a call elsewhere and gives nothing here. */
    static boolean authorises(String scope) {
        return DATA.matcher(scope).matches();
    }

    private static Map<String, List<String>> citizens() {
        var pivot = List.of("given_name", "given_name_array", "family_name", "birthdate", "gender");
        var scopes = new LinkedHashMap<String, List<String>>();
        scopes.put("openid", List.of());
        scopes.put("identite_pivot", with(pivot, "birthplace", "birthcountry"));
        scopes.put("profile", with(pivot, "preferred_username"));
        scopes.put("birth", List.of("birthplace", "birthcountry"));
        scopes.put("given_name", List.of("given_name", "given_name_array"));
        each(
                scopes,
                "family_name",
                "gender",
                "birthdate",
                "birthplace",
                "birthcountry",
                "email",
                "preferred_username",
                "idp_birthdate",
                "idp_id",
                "amr",
                "previous_sub");
        scopes.put(OFFLINE, List.of());
        return Collections.unmodifiableMap(scopes);
    }

    /** What the provider said, and with {@code rnipp_} the same beside what the registry says. */
    private static Map<String, List<String>> citizensPlus() {
        var names = List.of("given_name", "family_name", "birthdate", "gender");
        var scopes = new LinkedHashMap<String, List<String>>();
        scopes.put("openid", List.of());
        scopes.put("identite_pivot", with(names, "birthplace", "birthcountry"));
        scopes.put("profile", with(names, "preferred_username"));
        scopes.put("birth", List.of("birthplace", "birthcountry"));
        for (var one : with(names, "birthplace", "birthcountry")) {
            scopes.put(one, List.of(one));
        }
        for (var it : List.copyOf(scopes.entrySet())) {
            if (!it.getKey().equals("openid")) {
                scopes.put("rnipp_" + it.getKey(), twins(it.getValue()));
            }
        }
        each(scopes, "email", "preferred_username", "amr", "previous_sub");
        scopes.put(OFFLINE, List.of());
        return Collections.unmodifiableMap(scopes);
    }

    private static List<String> twins(List<String> claims) {
        var all = new LinkedHashSet<String>();
        for (var it : claims) {
            all.add(it);
            if (!it.equals("preferred_username")) {
                all.add("rnipp_" + it);
            }
            if (it.equals("given_name")) {
                all.add("rnipp_given_name_array");
            }
        }
        return List.copyOf(all);
    }

    private static Map<String, List<String>> agents() {
        var scopes = new LinkedHashMap<String, List<String>>();
        scopes.put("openid", List.of());
        each(
                scopes,
                "given_name",
                "usual_name",
                "email",
                "uid",
                "siret",
                "siren",
                "organizational_unit",
                "organization_label",
                "belonging_population",
                "roles",
                "groups",
                "custom",
                "idp_id",
                "idp_acr",
                "amr",
                // because the back office binds its agents to what their provider says
                "idp_sub");
        scopes.put("phone", List.of("phone_number"));
        scopes.put("chorusdt", List.of("chorusdt:matricule", "chorusdt:societe"));
        scopes.put(OFFLINE, List.of());
        return Collections.unmodifiableMap(scopes);
    }

    private static void each(Map<String, List<String>> scopes, String... names) {
        for (var it : names) {
            scopes.put(it, List.of(it));
        }
    }

    private static List<String> with(List<String> some, String... more) {
        var all = new LinkedHashSet<>(some);
        all.addAll(List.of(more));
        return List.copyOf(all);
    }
}
