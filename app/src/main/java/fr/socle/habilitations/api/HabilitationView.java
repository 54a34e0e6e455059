package fr.socle.habilitations.api;

import fr.socle.habilitations.demande.Demande;
import fr.socle.habilitations.store.GrantStore.Granted;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** An habilitation as machines read it. */
@Schema(description = "Une demande d’habilitation et les versions accordées")
record HabilitationView(
        UUID id,
        UUID organisation,
        @Schema(description = "soumise, a-modifier, accordee, refusee ou revoquee") String state,
        String motif,
        long version,
        List<VersionView> granted) {

    record VersionView(
            int version,
            String intitule,
            String finalite,
            String cadreJuridique,
            Map<String, Set<String>> fields,
            LocalDate validFrom,
            @Schema(description = "Premier jour où elle ne vaut plus") LocalDate validUntil,
            boolean revoked) {

        static VersionView of(Granted it) {
            var habilitation = it.habilitation();
            var until = habilitation.validity().end();
            return new VersionView(
                    habilitation.version(),
                    habilitation.intitule(),
                    habilitation.finalite(),
                    habilitation.cadreJuridique(),
                    habilitation.fields(),
                    habilitation.validity().start(),
                    until == null ? LocalDate.MAX : until,
                    habilitation.revokedAt().isPresent());
        }
    }

    static HabilitationView of(Demande demande, List<Granted> granted) {
        var dossier = demande.dossier();
        return new HabilitationView(
                dossier.id().value(),
                dossier.organisation().value(),
                demande.state(),
                demande.reason(),
                dossier.version(),
                granted.stream().map(VersionView::of).toList());
    }
}
