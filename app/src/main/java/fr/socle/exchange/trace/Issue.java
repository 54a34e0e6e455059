package fr.socle.exchange.trace;

/** How an exchange came out. */
public enum Issue {
    REMIS("remis"),
    /** It left, and nobody knows whether it arrived whole: the client, or this node, was gone. */
    REMISE_NON_CONFIRMEE("remise non confirmée"),
    REFUSE("refusé"),
    INTROUVABLE("introuvable"),
    INDISPONIBLE("indisponible"),
    /** The node died meanwhile, or could not write. */
    INTERROMPU("interrompu");

    private final String word;

    Issue(String word) {
        this.word = word;
    }

    /** As the person reads it. */
    public String word() {
        return word;
    }
}
