package fr.socle.demarches.definition;

import java.util.List;
import java.util.Set;

/**
 * Places drawn or pasted as GeoJSON (RFC 7946); its answer is a {@link Valeur.Trace}.
 *
 * @param couches what the agent wants to see beside them, by the names of the original service
 */
public record Carte(Set<String> couches) implements ChampType {

    /** The layers, in the order of the page that offers them. */
    public static final List<String> COUCHES =
            List.of(
                    "unesco",
                    "arretes_protection",
                    "conservatoire_littoral",
                    "reserves_chasse_faune_sauvage",
                    "reserves_biologiques",
                    "reserves_naturelles",
                    "natura_2000",
                    "zones_humides",
                    "znieff",
                    "cadastres",
                    "rpg");

    public Carte {
        couches = Set.copyOf(couches);
    }

    @Override
    public String code() {
        return "carte";
    }
}
