package fr.socle.habilitations;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.habilitations.demande.Demandes;
import fr.socle.habilitations.echeance.Echeances;
import fr.socle.habilitations.store.ActeStore;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Terms come near and are over: told once, however many nodes look. */
@NullMarked
class HabilitationTermsTests extends HabilitationHouse {

    @Autowired Echeances echeances;
    @Autowired Demandes demandes;
    @Autowired ActeStore acts;

    @Test
    void eachStepOfATermIsToldOnce() throws IOException {
        var id = granted(requester("oublieuse"), "Oublieuse");
        var end = demandes.today().plusMonths(12);
        for (var before : new int[] {91, 89, 88, 29, 6, 0, -3}) {
            var looks =
                    IntStream.range(0, 4)
                            .mapToObj(
                                    _ ->
                                            CompletableFuture.runAsync(
                                                    () -> echeances.round(end.minusDays(before))))
                            .toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(looks).join();
        }
        assertThat(told(id, "rappel")).isEqualTo(3);
        assertThat(told(id, "expiree")).isEqualTo(1);
        assertThat(
                        db.sql("SELECT count(*) FROM notifications.outbox WHERE subject LIKE :what")
                                .param("what", "%Oublieuse%")
                                .query(Long.class)
                                .single())
                .isGreaterThanOrEqualTo(4);
    }

    @Test
    void whatWasRevokedIsNotRemindedOf() throws IOException {
        var id = granted(requester("révoquée"), "Finie");
        var api = api();
        var path = "/api/habilitations/v1/habilitations/" + id;
        var tag = api.get().uri(path).retrieve().toBodilessEntity().getHeaders().getETag();
        revoke(api, path, tag, java.util.Map.of("motif-revocation", "Essai terminé"));
        echeances.round(demandes.today().plusMonths(12).minusDays(20));
        assertThat(told(id, "rappel")).isZero();
    }

    private long told(String id, String act) {
        return acts.of(idOf(id)).stream().filter(it -> it.act().equals(act)).count();
    }
}
