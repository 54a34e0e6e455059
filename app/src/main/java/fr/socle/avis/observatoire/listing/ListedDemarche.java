package fr.socle.avis.observatoire.listing;

import fr.socle.directory.OrganisationId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A procedure that the Observatoire lists.
 *
 * @param id of a procedure of this house, the same as there
 * @param organisation which agents may change what is declared
 * @param onSocle whether it runs in this house
 * @param version grows with each change; 0 while nothing is declared
 */
public record ListedDemarche(
        UUID id, OrganisationId organisation, boolean onSocle, Facts facts, long version) {

    /**
     * What is declared, or known because the procedure runs here.
     *
     * @param address where it starts: http or https; empty for one that is not online
     * @param administration who answers for it
     * @param ministere empty for one that belongs to none
     * @param audiences kinds of usagers, as the administration calls them
     * @param volume how often it is done in twelve months, by any way; null: not declared
     * @param volumeOnline how often of these online; null: not declared
     * @param clientId of the service in the register of the federations; empty: none
     */
    public record Facts(
            String name,
            String address,
            String administration,
            String ministere,
            Online online,
            List<String> audiences,
            @Nullable Long volume,
            @Nullable Long volumeOnline,
            OnceOnly onceOnly,
            SignIn signIn,
            String clientId) {

        public Facts {
            audiences = List.copyOf(audiences);
        }
    }

    /** Where everybody reads how good it is. */
    public String path() {
        return "/observatoire/" + id;
    }
}
