package fr.socle.habilitations.trace;

import fr.socle.journal.Kind;
import fr.socle.journal.Retention;
import java.time.Period;

/** What can be done with a request; each is a kind of entry of the journal. */
public enum Acte {
    DEMANDE("demande"),
    REOUVERTURE("reouverture"),
    MODIFICATIONS_DEMANDEES("modifications-demandees"),
    ACCORDEE("accordee"),
    REFUSEE("refusee"),
    REVOQUEE("revoquee");

    private final String code;
    private final Kind kind;

    Acte(String code) {
        this.code = code;
        this.kind = new Kind("habilitations." + code, Retention.of(Period.ofYears(10)));
    }

    /** The word for rows and messages. */
    public String code() {
        return code;
    }

    public Kind kind() {
        return kind;
    }
}
