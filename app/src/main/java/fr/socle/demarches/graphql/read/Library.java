package fr.socle.demarches.graphql.read;

import fr.socle.demarches.builder.DemarcheBuilder;
import fr.socle.demarches.builder.PublishedRevision;
import fr.socle.demarches.builder.Revisions;
import fr.socle.demarches.depot.DossierStore;
import fr.socle.directory.Directory;
import fr.socle.directory.Services;
import fr.socle.directory.Staff;
import fr.socle.house.PublicAddress;
import fr.socle.pieces.Pieces;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Everything from which answers are read. */
@Component
public record Library(
        ContractStore store, Procedures procedures, Cases cases, FileLinks links, Clock clock) {

    /** The number of the open procedure of this short name. */
    public Optional<Integer> numberOf(String slug) {
        return procedures
                .revisions()
                .latest(slug)
                .filter(PublishedRevision::open)
                .flatMap(it -> store.demarche(it.demarche()))
                .map(ContractStore.Numbered::serial);
    }

    /** What is known of procedures. */
    @Component
    record Procedures(DemarcheBuilder builder, Revisions revisions, PublicAddress address) {}

    /** What is known of dossiers, and of who handles them. */
    @Component
    record Cases(
            DossierStore dossiers,
            Pieces pieces,
            Directory directory,
            Services services,
            Staff staff) {}
}
