package fr.socle.demarches.graphql.read;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the contract asks of a dossier and ours never says. */
public interface DossierSilence {

    default boolean prefilled() {
        return false;
    }

    default @Nullable Instant dateSuppressionParUsager() {
        return null;
    }

    default @Nullable Instant dateSuppressionParAdministration() {
        return null;
    }

    default @Nullable Object datePrevisionnelleDecisionSVASVR() {
        return null;
    }

    default @Nullable Instant dateTraitementSVASVR() {
        return null;
    }

    default @Nullable FileView motivationAttachment() {
        return null;
    }

    default @Nullable FileView pdf() {
        return null;
    }

    default @Nullable FileView geojson() {
        return null;
    }

    default boolean deposeParUnTiers() {
        return false;
    }

    default @Nullable String nomMandataire() {
        return null;
    }

    default @Nullable String prenomMandataire() {
        return null;
    }
}
