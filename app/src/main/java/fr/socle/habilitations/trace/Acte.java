package fr.socle.habilitations.trace;

import fr.socle.journal.Kind;
import fr.socle.journal.Retention;
import java.time.Period;

/** What can be done with a request; each is a kind of entry of the journal. */
public enum Acte {
    BROUILLON("brouillon", false),
    DEMANDE("demande", true),
    /** A new version of what was granted is requested. */
    REOUVERTURE("reouverture", true),
    REOUVERTURE_ANNULEE("reouverture-annulee", true),
    MODIFICATIONS_DEMANDEES("modifications-demandees", true),
    ACCORDEE("accordee", true),
    REFUSEE("refusee", true),
    REVOQUEE("revoquee", true),
    ARCHIVEE("archivee", false),
    /** Another agent of the organisation answers for it now. */
    TRANSFEREE("transferee", false),
    /** The end of what was granted comes near. */
    RAPPEL("rappel", false),
    EXPIREE("expiree", false),
    /** Persons will read of its exchanges only later. */
    DIFFEREE("differee", false);

    private final String code;
    private final boolean told;
    private final Kind kind;

    Acte(String code, boolean told) {
        this.code = code;
        this.told = told;
        this.kind = new Kind("habilitations." + code, Retention.of(Period.ofYears(10)));
    }

    /** The word for rows and messages. */
    public String code() {
        return code;
    }

    /** Whether the letter of acts tells it; terms have a letter of their own. */
    public boolean told() {
        return told;
    }

    public Kind kind() {
        return kind;
    }
}
