package fr.socle.demarches.liste;

import fr.socle.demarches.DemarcheId;
import fr.socle.demarches.groupe.Hidden;
import fr.socle.directory.AgentId;
import fr.socle.directory.ServiceId;
import fr.socle.kernel.NormalName;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which dossiers of one procedure an agent wants to see, and in which order.
 *
 * @param reader what of the procedure is his to see
 * @param filtres all of which hold
 * @param words that all occur, each as the beginning of a word; empty for none
 * @param etiquette that the dossiers bear, or null
 */
public record Demande(
        DemarcheId demarche,
        Reader reader,
        Onglet onglet,
        List<Filtre> filtres,
        String words,
        @Nullable Integer etiquette,
        Tri first,
        Tri second) {

    public Demande {
        filtres = List.copyOf(filtres);
    }

    /**
     * Who reads.
     *
     * @param services in which he works now
     * @param hidden what other groups have
     */
    public record Reader(AgentId agent, List<ServiceId> services, Hidden hidden) {
        public Reader {
            services = List.copyOf(services);
        }
    }

    public boolean searches() {
        return !NormalName.of(words).value().isEmpty();
    }

    /** The words as PostgreSQL looks for them, within the procedure. */
    String query() {
        var wanted =
                Arrays.stream(NormalName.of(words).value().split(" "))
                        // letters and digits only: nothing to escape
                        .map(it -> "'" + it + "':*")
                        .collect(Collectors.joining(" & "));
        return "'" + Cles.word(demarche) + "' & " + wanted;
    }
}
