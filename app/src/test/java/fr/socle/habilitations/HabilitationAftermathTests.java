package fr.socle.habilitations;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.directory.Role;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What a request leaves: letters, figures, a version that never changes, a way for programs. */
@NullMarked
class HabilitationAftermathTests extends HabilitationHouse {

    @Test
    void whoeverRequestedReadsWhatBecameOfIt() throws IOException, InterruptedException {
        var requester = requester("avertie");
        var title = "Avertie " + UUID.randomUUID();
        decide(instructor(), request(requester, title), "refuser", "Sans base légale.");
        var limit = Instant.now().plusSeconds(30);
        while (!letters(requester, title).contains("refusée") && Instant.now().isBefore(limit)) {
            Thread.sleep(200);
        }
        assertThat(letters(requester, title))
                .contains("Demande d’habilitation envoyée : " + title)
                .contains("Demande d’habilitation refusée : " + title);
    }

    @Test
    void theFiguresAreForWhoeverOversees() throws IOException {
        var city = organisation("Ville des chiffres (essai)");
        assertThat(status(browserOf(city, "observateur-echanges"), "/administration/echanges"))
                .isEqualTo(200);
        assertThat(status(browserOf(city, Role.GESTIONNAIRE), "/administration/echanges"))
                .isEqualTo(403);
    }

    @Test
    void aGrantedVersionNeverChanges() throws IOException {
        var id = granted(requester("figée"), "Figée");
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () ->
                                db.sql(
                                                "UPDATE habilitations.version SET valid_until = '2099-01-01' WHERE id = :id")
                                        .param("id", UUID.fromString(id))
                                        .update())
                .hasMessageContaining("never changes");
    }

    @Test
    void aProgramReadsAndRevokes() throws IOException {
        var id = granted(requester("coupée"), "Coupée");
        var api = api();
        var path = "/api/habilitations/v1/habilitations/" + id;
        var read = api.get().uri(path).retrieve().toEntity(String.class);
        assertThat(read.getBody()).contains("\"state\":\"accordee\"");
        var body = Map.of("motif-revocation", "Essai terminé");
        assertThat(revoke(api, path, "\"1\"", body)).isEqualTo(412);
        assertThat(revoke(api, path, read.getHeaders().getETag(), Map.of())).isEqualTo(422);
        assertThat(revoke(api, path, read.getHeaders().getETag(), body)).isEqualTo(200);
        assertThat(revoke(api, path, read.getHeaders().getETag(), body)).isEqualTo(412);
        assertThat(habilitations.find(idOf(id)).orElseThrow().revokedAt()).isPresent();
        assertThat(
                        api.get()
                                .uri("/api/habilitations/v1/habilitations/rien")
                                .retrieve()
                                .toBodilessEntity()
                                .getStatusCode()
                                .value())
                .isEqualTo(404);
    }
}
