package fr.socle.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What came of a question. */
public sealed interface Answer {

    /**
     * The data, which left after its entry was durable.
     *
     * @param document the provider's answer without all that was not granted
     * @param provider the name of the administration that gave it
     * @param sourceTime when the provider says that it was true, or answered
     * @param reference of the entry in the journal
     * @param keptFor how long what was kept of an earlier answer goes on being given; null when the
     *     provider answered this very question
     */
    record Released(
            Document document,
            String provider,
            Instant sourceTime,
            String reference,
            @Nullable Duration keptFor)
            implements Answer {

        public Released(Document document, String provider, Instant sourceTime, String reference) {
            this(document, provider, sourceTime, reference, null);
        }

        /**
         * The facts, by field code, written as the field's kind says; a field that the provider
         * does not know is absent.
         */
        public Map<String, String> values() {
            return document.facts();
        }
    }

    /** No right to it: every reason that holds. The refusal is in the journal. */
    record Refused(List<Reason> reasons) implements Answer {
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * The provider does not know this person, or knows several.
     *
     * @param several whether it knows more than one
     */
    record NotFound(String provider, boolean several) implements Answer {}

    /** The provider is down, slow, or answered what its contract does not allow. */
    record Unavailable(String provider, Failure failure, Duration retryIn) implements Answer {}

    /** Why nothing came of a question that was allowed. */
    enum Failure {
        /** The journal cannot be written, or nobody gives this data set: nothing was asked. */
        NOT_HERE,
        DOWN,
        SLOW,
        /** Outside the hours at which it answers. */
        CLOSED,
        UNREACHABLE,
        UNKNOWN_HOST,
        /** Its certificate is not the one of its name. */
        UNTRUSTED,
        /** It does not let this house in. */
        KEEPS_US_OUT,
        BUSY,
        /** The law forbids it to answer. */
        FORBIDDEN_BY_LAW,
        /** It answered what its contract does not allow. */
        LYING
    }

    /** Why an exchange is refused; its label is the message {@code exchange.reason.<name>}. */
    enum Reason {
        HABILITATION_INCONNUE,
        HABILITATION_REVOQUEE,
        HABILITATION_EXPIREE,
        AUTRE_ORGANISATION,
        DESTINATAIRE_NON_COUVERT,
        FINALITE_NON_COUVERTE,
        DONNEE_NON_COUVERTE,
        DEMANDEUR_NON_COUVERT,
        MOTIF_NON_VERIFIE,
        /** Only the person reads that it is this: others read {@link #MOTIF_NON_VERIFIE}. */
        DOSSIER_PROTEGE,
        DOSSIER_INCONNU,
        DOSSIER_D_UNE_AUTRE_PERSONNE,
        DOSSIER_CLOS,
        AGENT_NON_CHARGE_DU_DOSSIER,
        AGENT_HORS_ORGANISATION;

        /** As it is told to anybody but the person. */
        public Reason toOthers() {
            return this == DOSSIER_PROTEGE ? MOTIF_NON_VERIFIE : this;
        }
    }
}
