package fr.socle.demarches.web.agent;

import fr.socle.demarches.depot.DossierStore;
import fr.socle.demarches.dossier.Dossier.Depose;
import fr.socle.demarches.dossier.DossierId;
import fr.socle.demarches.trace.Accesses;
import fr.socle.ui.access.Visitor;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** What an agent reads in lists, in the journal before he reads it. */
@Component
class ListTrace {

    private static final Logger LOG = LoggerFactory.getLogger(ListTrace.class);

    private final DossierStore dossiers;
    private final Accesses accesses;

    ListTrace(DossierStore dossiers, Accesses accesses) {
        this.dossiers = dossiers;
        this.accesses = accesses;
    }

    /** Durable on return. */
    void shown(List<DossierId> ids, Visitor.Agent agent) {
        accesses.listed(readable(ids), agent);
    }

    /** One that is damaged holds up no list: nobody can open it, and the log tells of it. */
    private List<Depose> readable(List<DossierId> ids) {
        try {
            return dossiers.deposited(ids);
        } catch (DataAccessException notTheirs) {
            throw notTheirs;
        } catch (RuntimeException damaged) {
            return ids.stream().flatMap(this::readable).toList();
        }
    }

    private Stream<Depose> readable(DossierId id) {
        try {
            return dossiers.deposited(List.of(id)).stream();
        } catch (DataAccessException notIts) {
            throw notIts;
        } catch (RuntimeException damaged) {
            LOG.error("dossier {} cannot be read", id, damaged);
            return Stream.empty();
        }
    }
}
