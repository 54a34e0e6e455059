package fr.socle.journal.api;

import fr.socle.journal.Audience;
import fr.socle.journal.LoggedEntry;
import fr.socle.journal.LoggedEntry.Content;
import fr.socle.journal.log.Openings;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the API tells and what it reads. */
final class Views {

    private Views() {}

    @Schema(description = "Une ligne du journal, telle que l’auditeur la lit")
    record EntryView(
            @Schema(description = "Place dans le journal ouvert, à partir de 0") long index,
            @Schema(description = "Tout son contenu a été effacé") boolean erased,
            @Schema(description = "Mois au début duquel son contenu s’efface", example = "2029-12")
                    String purgeMonth,
            @Nullable UUID id,
            @Schema(description = "Acte", example = "directory.agent-invite") @Nullable String kind,
            @Nullable Instant writtenAt,
            @Schema(description = "Parties de l’auditeur") Map<String, Object> values) {

        static EntryView of(LoggedEntry entry) {
            return entry.content()
                    .map(it -> of(entry, it))
                    .orElseGet(
                            () ->
                                    new EntryView(
                                            entry.index(),
                                            true,
                                            entry.purge().toString(),
                                            null,
                                            null,
                                            null,
                                            Map.of()));
        }

        private static EntryView of(LoggedEntry entry, Content content) {
            return new EntryView(
                    entry.index(),
                    false,
                    entry.purge().toString(),
                    content.id(),
                    content.kind(),
                    content.writtenAt(),
                    content.readBy(Audience.AUDITEUR));
        }
    }

    @Schema(description = "Des lignes, dans l’ordre demandé")
    record EntriesView(
            List<EntryView> items,
            @Schema(description = "Nombre de lignes du journal ouvert") long size,
            @Schema(
                            description =
                                    "La suite : à donner dans before pour les lignes plus anciennes (absent à"
                                            + " la première ligne), ou dans from pour les suivantes (toujours"
                                            + " là : qui suit le journal redemande)")
                    @Nullable Long next) {}

    @Schema(description = "Pourquoi les parties du délégué sont ouvertes")
    record OpeningBody(
            @Schema(
                            requiredMode = Schema.RequiredMode.REQUIRED,
                            maxLength = Openings.MAX_MOTIF,
                            description = "Il est inscrit au journal, avec le nom de l’appelant")
                    String motif) {}

    @Schema(description = "L’inscription d’une ouverture")
    record Recorded(
            @Schema(description = "Identifiant de la ligne qui l’inscrit") String id, long index) {}

    @Schema(description = "Les parties du délégué, ouvertes")
    record OpeningView(
            @Schema(description = "Identifiant de la ligne qui inscrit l’ouverture") String id,
            long index,
            @Schema(description = "Le contenu a été effacé depuis") boolean erased,
            Map<String, Object> values) {}

    @Schema(description = "L’état du journal ouvert")
    record StateView(
            int log,
            String origin,
            @Schema(description = "Sa clé de vérification") String key,
            @Schema(description = "Lignes signées") long size,
            @Nullable Instant signedAt,
            @Schema(description = "Témoins du meilleur état signé depuis une heure") int witnesses,
            @Schema(
                            description =
                                    "sound : il signe ; behind, forked : la base de données ne prolonge"
                                            + " plus ce qui a été publié",
                            allowableValues = {"sound", "behind", "forked"})
                    String standing) {}
}
