package fr.socle.demarches.builder;

import fr.socle.demarches.definition.ChampType;
import fr.socle.demarches.definition.Source;
import fr.socle.directory.OrganisationId;
import fr.socle.habilitations.Habilitation;
import fr.socle.habilitations.Habilitations;
import fr.socle.habilitations.spi.DataCatalogue;
import fr.socle.habilitations.spi.DataCatalogue.DataField;
import fr.socle.habilitations.spi.DataCatalogue.DataSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What an organisation may ask of others today: the data that a field may be bound to. */
@Component
public class DataGrounds {

    private final Habilitations habilitations;
    private final DataCatalogue catalogue;

    DataGrounds(Habilitations habilitations, DataCatalogue catalogue) {
        this.habilitations = habilitations;
        this.catalogue = catalogue;
    }

    /** One fact that one habilitation allows. */
    public record Binding(Habilitation habilitation, DataSet dataset, DataField field) {

        /** How a form names it. */
        public String code() {
            return habilitation.id() + " " + dataset.code() + " " + field.code();
        }

        public boolean fits(ChampType type) {
            return Readiness.fits(field.kind(), type);
        }
    }

    /** By habilitation, then by data set. */
    public List<Binding> of(OrganisationId organisation) {
        return habilitations.usable(organisation).stream()
                .flatMap(it -> catalogue.all().stream().flatMap(set -> bindings(it, set)))
                .toList();
    }

    /** Whether the organisation may still ask for this, on the ground that the revision names. */
    public boolean holds(PublishedRevision revision, Source.Echange source) {
        var founded = revision.habilitations().get(source.dataset());
        return of(revision.organisation()).stream()
                .filter(it -> it.habilitation().id().equals(founded))
                .filter(it -> it.dataset().code().equals(source.dataset()))
                .anyMatch(it -> it.field().code().equals(source.field()));
    }

    /** The data set's labels, for pages that tell usagers what is fetched for them. */
    public Stream<DataSet> dataset(String code) {
        return catalogue.find(code).stream();
    }

    private static Stream<Binding> bindings(Habilitation habilitation, DataSet dataset) {
        var allowed = habilitation.fields().getOrDefault(dataset.code(), Set.of());
        return dataset.fields().stream()
                .filter(it -> allowed.contains(it.code()))
                .map(it -> new Binding(habilitation, dataset, it));
    }
}
