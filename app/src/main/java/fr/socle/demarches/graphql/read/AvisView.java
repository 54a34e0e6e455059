package fr.socle.demarches.graphql.read;

import fr.socle.demarches.dossier.DossierId;
import fr.socle.demarches.expert.AvisExpert;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an expert was asked about a dossier, and what he thinks.
 *
 * @param claimant the agent who asked
 * @param questionLabel the question that is answered by yes or no; null: none
 * @param reponse null as long as there is none
 */
public record AvisView(
        String id,
        String question,
        @Nullable String questionLabel,
        @Nullable Boolean questionAnswer,
        @Nullable String reponse,
        Instant dateQuestion,
        @Nullable Instant dateReponse,
        Profile claimant,
        Profile expert,
        List<FileView> attachments) {

    private static final String KIND = "Avis";

    public @Nullable FileView attachment() {
        return attachments.isEmpty() ? null : attachments.getFirst();
    }

    public Profile instructeur() {
        return claimant;
    }

    /** Those that were not withdrawn, the oldest first. */
    static List<AvisView> of(DossierId dossier, Batch batch) {
        return batch.beside().avis(dossier).stream()
                .filter(it -> !(it.state() instanceof AvisExpert.Retire))
                .map(it -> of(it, batch))
                .toList();
    }

    private static AvisView of(AvisExpert it, Batch batch) {
        var rendu = it.rendu();
        var label = it.question().ouiNon();
        var files =
                rendu == null
                        ? Stream.<FileView>empty()
                        : batch.beside().piece(rendu).map(batch::file).stream();
        return new AvisView(
                TypedId.of(KIND, it.id()),
                it.question().texte(),
                label.isEmpty() ? null : label,
                rendu == null ? null : rendu.oui(),
                rendu == null ? null : rendu.texte(),
                it.askedAt(),
                rendu == null ? null : rendu.at(),
                batch.reading().profile(it.agent()),
                new Profile(TypedId.of("Expert", it.id()), it.email().value()),
                files.toList());
    }

    /** Nothing: what an expert says of a person does not belong in a log. */
    @Override
    public String toString() {
        return "AvisView[hidden]";
    }
}
