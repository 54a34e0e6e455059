package fr.socle.identity.demonstration.sample;

import fr.socle.identity.federation.Acr;
import fr.socle.identity.federation.Federation;
import fr.socle.identity.federation.Profile;
import java.util.List;
import java.util.Optional;

/**
 * A made-up service.
 *
 * @param name the segment of its address
 * @param scope what it asks for, as the request has it
 * @param levels among which the visitor picks one, the lowest first
 * @param way how it proves itself, and in what form userinfo comes
 * @param company of the private sector: people must agree by a tick
 */
public record SampleService(
        String name,
        Federation federation,
        Profile profile,
        String title,
        String organisation,
        String scope,
        List<Acr> levels,
        Way way,
        boolean company) {

    /** How a service proves itself, and what it can read. */
    public enum Way {
        /** By a secret in the form; userinfo is JSON. */
        SECRET,
        /** By a signature of its own; userinfo is signed, then encrypted for it. */
        SIGNATURE
    }

    static final String BASE = "/demonstration/services";

    static final List<SampleService> ALL =
            List.of(
                    new SampleService(
                            "cantine",
                            Federation.CITOYENS,
                            Profile.FRANCECONNECT,
                            "Cantine des Tilleuls (exemple)",
                            "Ville inventée",
                            "openid identite_pivot email",
                            List.of(Acr.EIDAS1),
                            Way.SECRET,
                            false),
                    new SampleService(
                            "retraite",
                            Federation.CITOYENS_PLUS,
                            Profile.FRANCECONNECT,
                            "Ma retraite (exemple)",
                            "Caisse inventée",
                            "openid rnipp_identite_pivot email",
                            List.of(Acr.EIDAS2, Acr.EIDAS3),
                            Way.SIGNATURE,
                            false),
                    new SampleService(
                            "outils",
                            Federation.AGENTS,
                            Profile.PROCONNECT,
                            "Outils des agents (exemple)",
                            "Ministère inventé",
                            "openid given_name usual_name email uid siret",
                            List.of(Acr.EIDAS1, Acr.EIDAS2),
                            Way.SECRET,
                            false),
                    new SampleService(
                            "bibliotheque",
                            Federation.CITOYENS,
                            Profile.OPENID,
                            "Bibliothèque des Cerisiers (exemple)",
                            "Ville inventée",
                            "openid profile birth email offline_access",
                            List.of(Acr.EIDAS1),
                            Way.SECRET,
                            false),
                    new SampleService(
                            "mutuelle",
                            Federation.CITOYENS,
                            Profile.OPENID,
                            "Mutuelle des Érables (exemple)",
                            "Entreprise inventée",
                            "openid given_name family_name email",
                            List.of(Acr.EIDAS1),
                            Way.SECRET,
                            true),
                    new SampleService(
                            "sondage",
                            Federation.CITOYENS,
                            Profile.FRANCECONNECT,
                            "Sondage anonyme (exemple)",
                            "Ville inventée",
                            "openid",
                            List.of(Acr.EIDAS1),
                            Way.SECRET,
                            false));

    static Optional<SampleService> of(String name) {
        return ALL.stream().filter(it -> it.name.equals(name)).findFirst();
    }

    public String clientId() {
        return "exemple-" + name;
    }

    public String path() {
        return BASE + "/" + name;
    }

    /** Where the federation sends people back to. */
    String back() {
        return path() + "/retour";
    }

    /** Where it sends those who left. */
    String gone() {
        return path() + "/depart";
    }

    /** Where it says by itself that somebody left (OpenID Connect Back-Channel Logout 1.0). */
    String told() {
        return path() + "/deconnexion-recue";
    }

    /** The key of how it proves itself. */
    public String proof() {
        return switch (way) {
            case SECRET -> "identity.sample.proof.secret";
            case SIGNATURE -> "identity.sample.proof.signature";
        };
    }

    /** The key of what people are shown before anything leaves. */
    public String agreement() {
        if (!federation.ofUsagers()) {
            return "identity.sample.agreement.none";
        }
        return company ? "identity.sample.agreement.tick" : "identity.sample.agreement.information";
    }

    /** Whether it asks by which means people were identified. */
    boolean asksMeans() {
        return profile != Profile.OPENID && !scope.equals("openid");
    }

    /** The level that this names, or the lowest. */
    Acr level(String code) {
        return Acr.of(code).filter(levels::contains).orElse(levels.getFirst());
    }
}
