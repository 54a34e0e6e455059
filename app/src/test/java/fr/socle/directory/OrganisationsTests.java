package fr.socle.directory;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.kernel.Siret;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
class OrganisationsTests extends DirectoryTest {

    @Test
    void aSiretNamesOneOrganisation() {
        var first = organisation("Commune de Clairval");
        var second =
                organisations.create(
                        SOMEONE,
                        new OrganisationDraft(
                                first.siret(), "Autre", OrganisationType.AUTRE, null));
        assertThat(second).isEqualTo(Change.refused("siret", "directory.organisation.siret-taken"));
    }

    @Test
    void twoCreationsAtOnceWithOneSiretGiveOneOrganisation() throws Exception {
        var draft = draft("Commune double");
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Change<Organisation>> create = () -> organisations.create(SOMEONE, draft);
            var one = pool.submit(create);
            var two = pool.submit(create);
            assertThat(java.util.List.of(one.get(), two.get()))
                    .filteredOn(Change.Done.class::isInstance)
                    .hasSize(1);
        }
    }

    @Test
    void theSecondWriterIsToldAndNothingIsLost() {
        var seen = organisation("Commune de Val-Sec");
        done(organisations.change(SOMEONE, seen.id(), renamed(seen, "Premier nom"), 1));
        var late = organisations.change(SOMEONE, seen.id(), renamed(seen, "Second nom"), 1);
        assertThat(late).isInstanceOf(Change.Stale.class);
        assertThat(organisations.find(seen.id()).orElseThrow().name()).isEqualTo("Premier nom");
    }

    @Test
    void parentsMakeNoCircle() {
        var top = organisation("Région haute");
        var middle = done(organisations.create(SOMEONE, under(top, draft("Département milieu"))));
        var low = done(organisations.create(SOMEONE, under(middle, draft("Commune basse"))));
        assertThat(organisations.change(SOMEONE, top.id(), under(low, top.facts()), 1))
                .isEqualTo(Change.refused("parent", "directory.organisation.circle"));
        assertThat(organisations.change(SOMEONE, top.id(), under(top, top.facts()), 1))
                .isEqualTo(Change.refused("parent", "directory.organisation.circle"));
    }

    @Test
    void searchForgivesAccentsAndCaseAndKnowsTheSiret() {
        var it = organisation("Établissement Œuvré de Saint-Thérèse");
        assertThat(found("etablissement oeuvre")).contains(it);
        assertThat(found("SAINTE THERESE")).doesNotContain(it);
        assertThat(found("saint therese")).contains(it);
        assertThat(found(it.siret().formatted())).containsExactly(it);
        assertThat(found("100%")).doesNotContain(it);
    }

    @Test
    void servicesOfOneOrganisationKeepToThemselves() {
        var one = organisation("Commune une");
        var other = organisation("Commune autre");
        var service = service(other, "Voirie");
        assertThat(services.create(SOMEONE, one.id(), new ServiceDraft("Voirie", service.id())))
                .isEqualTo(Change.refused("parent", "directory.service.parent"));
        assertThat(services.create(SOMEONE, other.id(), new ServiceDraft("VOIRIE", null)))
                .isEqualTo(Change.refused("name", "directory.service.name-taken"));
    }

    private java.util.List<Organisation> found(String text) {
        return organisations.search(new OrganisationSearch(text, null, null, null), 50, 0).lines();
    }

    private static OrganisationDraft renamed(Organisation it, String name) {
        return new OrganisationDraft(new Siret(it.siret().value()), name, it.type(), it.parent());
    }

    private static OrganisationDraft under(Organisation parent, OrganisationDraft draft) {
        return new OrganisationDraft(draft.siret(), draft.name(), draft.type(), parent.id());
    }
}
