package fr.socle.avis.observatoire.listing;

/** Whether a procedure can be done online, in the words of the Observatoire. */
public enum Online implements Worded {
    OUI("oui", "Oui"),
    EN_COURS("en-cours", "En cours de déploiement local"),
    PARTIEL("partiel", "Partiel"),
    NON("non", "Non"),
    PROACTIVE("proactive", "Démarche proactive");

    private final String code;
    private final String word;

    Online(String code, String word) {
        this.code = code;
        this.word = word;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String word() {
        return word;
    }

    /** Whether there is a page to open. */
    public boolean canBeAsked() {
        return this != NON;
    }
}
