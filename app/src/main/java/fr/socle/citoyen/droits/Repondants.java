package fr.socle.citoyen.droits;

import static fr.socle.journal.Audience.AUDITEUR;
import static fr.socle.journal.Audience.DPO;

import fr.socle.citoyen.store.RepondantStore;
import fr.socle.directory.Actor;
import fr.socle.directory.OrganisationId;
import fr.socle.journal.Entry;
import fr.socle.journal.Journal;
import fr.socle.journal.Kind;
import fr.socle.journal.Part;
import fr.socle.journal.Retention;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which organisation of the directory keeps what a provider gives, and so answers whoever wants it
 * put right. By its id: names change, and two may bear the same.
 */
@Service
public class Repondants {

    private final RepondantStore store;
    private final Journal journal;

    Repondants(RepondantStore store, Journal journal) {
        this.store = store;
        this.journal = journal;
    }

    public Optional<OrganisationId> of(String dataSet) {
        return Optional.ofNullable(store.all().get(dataSet));
    }

    /** By code of the data set. */
    public Map<String, OrganisationId> all() {
        return store.all();
    }

    /**
     * @param organisation empty: none of the directory
     */
    @Transactional
    public void set(Actor actor, String dataSet, Optional<OrganisationId> organisation) {
        if (store.set(dataSet, organisation)) {
            journal.append(new Designe(actor, dataSet, organisation));
        }
    }

    private record Designe(Actor actor, String dataSet, Optional<OrganisationId> organisation)
            implements Entry {

        private static final Kind KIND =
                new Kind("citoyen.repondant-designe", Retention.of(Period.ofYears(3)));

        @Override
        public Kind kind() {
            return KIND;
        }

        @Override
        public List<Part> parts() {
            var id = actor.id();
            return List.of(
                    Part.readBy(AUDITEUR, DPO)
                            .with("jeu-de-donnees", dataSet)
                            .with("nature", actor.nature().code())
                            .with(
                                    "organisation",
                                    organisation.map(OrganisationId::toString).orElse("")),
                    Part.readBy(DPO)
                            .with("auteur", id == null ? "" : id.toString())
                            .with("nom", actor.name()));
        }
    }
}
