package fr.socle.demarches.builder;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.demarches.DemarcheId;
import fr.socle.demarches.definition.Definition;
import fr.socle.demarches.definition.Source;
import fr.socle.directory.OrganisationId;
import fr.socle.habilitations.Habilitation;
import fr.socle.habilitations.HabilitationId;
import fr.socle.habilitations.Habilitations;
import fr.socle.habilitations.spi.DataCatalogue;
import fr.socle.kernel.Periode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
class DataGroundsTests {

    private static final OrganisationId CITY = new OrganisationId(UUID.randomUUID());
    private static final Source.Echange VALUE = new Source.Echange("revenus", "revenus.valeur");

    private final List<Habilitation> usable = new ArrayList<>();
    private final DataGrounds grounds = new DataGrounds(new Usable(), () -> List.of(revenus()));

    @Test
    void aRevisionIsFoundedAsLongAsItsHabilitationHolds() {
        var ground = ground(Set.of("revenus.valeur"));
        var revision = on(ground.id());
        assertThat(grounds.holds(revision, VALUE)).isFalse();
        usable.add(ground);
        assertThat(grounds.holds(revision, VALUE)).isTrue();
        usable.clear();
        assertThat(grounds.holds(revision, VALUE)).isFalse();
    }

    @Test
    void anotherHabilitationOrOneOfOtherFieldsFoundsNothing() {
        var other = ground(Set.of("revenus.valeur"));
        var narrow = ground(Set.of("revenus.annee"));
        usable.addAll(List.of(other, narrow));
        assertThat(grounds.holds(on(narrow.id()), VALUE)).isFalse();
        assertThat(grounds.holds(on(new HabilitationId(UUID.randomUUID())), VALUE)).isFalse();
        assertThat(grounds.holds(on(other.id()), new Source.Echange("autre", "revenus.valeur")))
                .isFalse();
    }

    private static DataCatalogue.DataSet revenus() {
        return new DataCatalogue.DataSet(
                "revenus",
                "essai.revenus",
                "Fournisseur d’essai",
                List.of(field("revenus.valeur"), field("revenus.annee")));
    }

    private static DataCatalogue.DataField field(String code) {
        return new DataCatalogue.DataField(code, code, DataCatalogue.DataKind.NUMBER);
    }

    private static Habilitation ground(Set<String> fields) {
        return new Habilitation(
                new HabilitationId(UUID.randomUUID()),
                1,
                CITY,
                "Essai",
                "Tarifs",
                "Délibération d’essai",
                Map.of("revenus", fields),
                Set.of(Habilitation.RequesterKind.USAGER_LUI_MEME),
                Periode.from(LocalDate.of(2020, 1, 1)),
                Optional.empty());
    }

    private static PublishedRevision on(HabilitationId ground) {
        return new PublishedRevision(
                new RevisionId(UUID.randomUUID()),
                1,
                Instant.EPOCH,
                new Definition(List.of()),
                Map.of("revenus", ground),
                new DemarcheId(UUID.randomUUID()),
                CITY,
                "essai",
                Facts.of("Essai", ""),
                true);
    }

    private final class Usable implements Habilitations {

        @Override
        public Optional<Habilitation> find(HabilitationId id) {
            return usable.stream().filter(it -> it.id().equals(id)).findFirst();
        }

        @Override
        public List<Habilitation> usable(OrganisationId organisation) {
            return usable.stream().filter(it -> it.organisation().equals(organisation)).toList();
        }

        @Override
        public List<Habilitation> newest(OrganisationId organisation) {
            return usable(organisation);
        }

        @Override
        public List<Habilitation> covering(String service) {
            return List.of();
        }
    }
}
