package fr.socle.demarches.graphql.read;

import fr.socle.demarches.dossier.Etape;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a dossier. Which agent did it stands in the journal alone.
 *
 * @param state of the dossier from then on
 */
public record TraitementView(
        String id,
        String event,
        String state,
        Instant dateTraitement,
        @Nullable String motivation,
        @Nullable String emailAgentTraitant,
        RevisionView revision) {

    static List<TraitementView> of(List<Etape> etapes, int dossier, RevisionView revision) {
        var views = new ArrayList<TraitementView>();
        var instructed = false;
        for (int rank = 0; rank < etapes.size(); rank++) {
            var etape = etapes.get(rank);
            var event = event(etape.event(), instructed);
            instructed |=
                    etape.event() == Etape.Event.PASSE_EN_INSTRUCTION
                            || etape.event() == Etape.Event.PASSE_EN_INSTRUCTION_AUTOMATIQUEMENT;
            if (event != null) {
                views.add(view(etape, event, dossier + "-" + rank, revision));
            }
        }
        return views;
    }

    private static TraitementView view(
            Etape etape, String event, String id, RevisionView revision) {
        return new TraitementView(
                TypedId.of("Traitement", id),
                event,
                state(etape.event()),
                etape.at(),
                etape.message().isEmpty() ? null : etape.message(),
                null,
                revision);
    }

    /** Null for what is no treatment in the contract. */
    private static @Nullable String event(Etape.Event event, boolean instructed) {
        return switch (event) {
            case COMMENCE -> null;
            case DEPOSE -> "depose";
            // because a dossier that nobody examines yet stays where it is
            case CORRECTION_DEMANDEE -> instructed ? "repasse_en_construction" : null;
            case CORRECTION_DEPOSEE -> "depose_correction_usager";
            case PASSE_EN_INSTRUCTION -> "passe_en_instruction";
            case REPASSE_EN_CONSTRUCTION -> "repasse_en_construction";
            case REPASSE_EN_INSTRUCTION -> "repasse_en_instruction";
            case ACCEPTE -> "accepte";
            case REFUSE -> "refuse";
            case SANS_SUITE -> "classe_sans_suite";
            case PASSE_EN_INSTRUCTION_AUTOMATIQUEMENT -> "passe_en_instruction_automatiquement";
            case ACCEPTE_AUTOMATIQUEMENT -> "accepte_automatiquement";
            case REFUSE_AUTOMATIQUEMENT -> "refuse_automatiquement";
        };
    }

    private static String state(Etape.Event event) {
        return switch (event) {
            case COMMENCE,
                    DEPOSE,
                    CORRECTION_DEMANDEE,
                    CORRECTION_DEPOSEE,
                    REPASSE_EN_CONSTRUCTION ->
                    "en_construction";
            case PASSE_EN_INSTRUCTION,
                    PASSE_EN_INSTRUCTION_AUTOMATIQUEMENT,
                    REPASSE_EN_INSTRUCTION ->
                    "en_instruction";
            case ACCEPTE, ACCEPTE_AUTOMATIQUEMENT -> "accepte";
            case REFUSE, REFUSE_AUTOMATIQUEMENT -> "refuse";
            case SANS_SUITE -> "sans_suite";
        };
    }
}
