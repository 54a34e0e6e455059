package fr.socle.identity.partner.trace;

import fr.socle.journal.Kind;
import fr.socle.journal.Retention;
import java.time.Period;

/** What can be done with a connected service; each is a kind of entry of the journal. */
public enum Act {
    REGISTERED("service-inscrit"),
    CHANGED("service-modifie"),
    SECRET_RENEWED("secret-renouvele"),
    KEYS_READ("cles-relues"),
    PRODUCTION_REQUESTED("production-demandee"),
    PRODUCTION_OPENED("production-ouverte"),
    PRODUCTION_REFUSED("production-refusee"),
    PRODUCTION_CLOSED("production-fermee"),
    DEACTIVATED("service-desactive"),
    REACTIVATED("service-reactive");

    private final String code;
    private final Kind kind;

    Act(String code) {
        this.code = code;
        // as the acts of the directory: the delay in which most actions about one remain possible
        this.kind = new Kind("identity." + code, Retention.of(Period.ofYears(3)));
    }

    /** The word for messages. */
    public String code() {
        return code;
    }

    Kind kind() {
        return kind;
    }
}
