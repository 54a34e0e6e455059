package fr.socle.citoyen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import fr.socle.citoyen.acces.Regles;
import fr.socle.citoyen.acces.Regles.Regle;
import fr.socle.citoyen.store.AccesStore.Day;
import fr.socle.citoyen.usages.Place;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is worth a look. */
class ReglesTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    @Test
    void moreThanThreeTimesTheServicesMedianDayIsWorthALook() {
        var days = List.of(day(5, 0, 0), day(6, 0, 0), day(7, 0, 0), day(19, 0, 0));
        assertThat(Regles.alertes(days, _ -> "service"))
                .singleElement()
                .satisfies(
                        it -> {
                            assertThat(it.regle()).isEqualTo(Regle.VOLUME);
                            assertThat(it.count()).isEqualTo(19);
                            assertThat(it.usual()).isEqualTo(6);
                        });
    }

    @Test
    void exactlyThreeTimesIsNotNorAreFewUses() {
        assertThat(Regles.alertes(List.of(day(6, 0, 0), day(18, 0, 0)), _ -> "service")).isEmpty();
        assertThat(Regles.alertes(List.of(day(1, 0, 0), day(9, 0, 0)), _ -> "service")).isEmpty();
    }

    @Test
    void agentsAreComparedWithinTheirServiceOnly() {
        var calm = day(5, 0, 0);
        var busy = day(60, 0, 0);
        assertThat(
                        Regles.alertes(
                                List.of(calm, busy),
                                it -> it.equals(busy.agent()) ? "accueil" : "archives"))
                .isEmpty();
    }

    @Test
    void oddHoursAndRefusedRequestsAreTold() {
        assertThat(Regles.alertes(List.of(day(4, 2, 1)), _ -> ""))
                .extracting(Regles.Alerte::regle, Regles.Alerte::count)
                .containsExactly(tuple(Regle.HORAIRE, 1), tuple(Regle.SANS_DOSSIER, 2));
    }

    private static Day day(int all, int refused, int odd) {
        return new Day(UUID.randomUUID(), DAY, all, refused, odd, new Place(1, 0));
    }
}
