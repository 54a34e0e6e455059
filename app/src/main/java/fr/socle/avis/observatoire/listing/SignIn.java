package fr.socle.avis.observatoire.listing;

/** Whether people enter through a federation of identities, in the words of the Observatoire. */
public enum SignIn implements Worded {
    UNKNOWN("", "–"),
    STANDARD("franceconnect", "FranceConnect"),
    STRONG("franceconnect-plus", "FranceConnect+"),
    NON("non", "Non"),
    SANS_OBJET("sans-objet", "Non applicable");

    private final String code;
    private final String word;

    SignIn(String code, String word) {
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
}
