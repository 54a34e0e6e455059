package fr.socle.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What came of a question. */
public sealed interface Answer {

    /**
     * The data, which left after its entry was durable.
     *
     * @param values by field code, written as the field's kind says; a field that the provider does
     *     not know is absent
     * @param provider the name of the administration that gave it
     * @param sourceTime when the provider says that it was true, or answered
     * @param reference of the entry in the journal
     */
    record Released(
            Map<String, String> values, String provider, Instant sourceTime, String reference)
            implements Answer {
        public Released {
            values = Map.copyOf(values);
        }
    }

    /** No right to it: every reason that holds. The refusal is in the journal. */
    record Refused(List<Reason> reasons) implements Answer {
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }

    /** The provider does not know this person, or knows several. */
    record NotFound(String provider) implements Answer {}

    /** The provider is down, slow, or answered what its contract does not allow. */
    record Unavailable(String provider, Duration retryIn) implements Answer {}

    /** Why an exchange is refused; its label is the message {@code exchange.reason.<name>}. */
    enum Reason {
        HABILITATION_INCONNUE,
        HABILITATION_REVOQUEE,
        HABILITATION_EXPIREE,
        AUTRE_ORGANISATION,
        FINALITE_NON_COUVERTE,
        DONNEE_NON_COUVERTE,
        DEMANDEUR_NON_COUVERT,
        DOSSIER_INCONNU,
        DOSSIER_D_UNE_AUTRE_PERSONNE,
        DOSSIER_CLOS,
        AGENT_NON_CHARGE_DU_DOSSIER
    }
}
