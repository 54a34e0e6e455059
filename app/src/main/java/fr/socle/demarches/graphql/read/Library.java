package fr.socle.demarches.graphql.read;

import fr.socle.demarches.annotation.Annotations;
import fr.socle.demarches.builder.DemarcheBuilder;
import fr.socle.demarches.builder.PublishedRevision;
import fr.socle.demarches.builder.Revisions;
import fr.socle.demarches.depot.DossierStore;
import fr.socle.demarches.expert.Experts;
import fr.socle.demarches.groupe.GroupeStore;
import fr.socle.demarches.liste.EtiquetteStore;
import fr.socle.demarches.messagerie.Messagerie;
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
        ContractStore store, Procedures procedures, Cases cases, People people, Desk desk) {

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
    record Procedures(
            DemarcheBuilder builder,
            Revisions revisions,
            GroupeStore groupes,
            EtiquetteStore labels) {}

    /** What is known of dossiers. */
    @Component
    record Cases(
            DossierStore dossiers,
            BesideStore beside,
            Messagerie messages,
            Annotations annotations,
            Experts experts,
            Pieces pieces) {}

    /** Who handles them. */
    @Component
    record People(Directory directory, Services services, Staff staff) {}

    /** Where answers lead, and until when they may take. */
    @Component
    record Desk(FileLinks links, PublicAddress address, Clock clock) {}
}
