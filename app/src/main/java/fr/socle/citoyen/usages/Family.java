package fr.socle.citoyen.usages;

import java.util.Arrays;
import java.util.Optional;

/** What sort of thing was done, as a person tells them apart. */
public enum Family {
    /** An administration obtained data from another. */
    ECHANGES("arrow-left-right", "good"),
    /** Somebody did something with a dossier. */
    DOSSIERS("eye", "info"),
    /** Somebody asked and got nothing. */
    REFUS("ban", "bad"),
    CONNEXIONS("key-round", "plain"),
    /** The person themself asked for something. */
    MOI("download", "plain"),
    AUTRES("history", "plain");

    private final String icon;
    private final String tone;

    Family(String icon, String tone) {
        this.icon = icon;
        this.tone = tone;
    }

    /** The family of a kind of entries, by its name. */
    public static Family of(String kind) {
        if (kind.contains("refus")) {
            return REFUS;
        }
        return switch (kind.substring(0, Math.max(0, kind.indexOf('.')))) {
            case "exchange" -> ECHANGES;
            case "demarches", "pieces" -> DOSSIERS;
            case "identity" -> CONNEXIONS;
            case "citoyen" ->
                    kind.startsWith("citoyen.exercice-")
                                    || kind.equals("citoyen.avancement")
                                    || kind.equals("citoyen.nom-ouvert")
                            ? DOSSIERS
                            : MOI;
            default -> AUTRES;
        };
    }

    /** Reads what a filter sends. */
    public static Optional<Family> ofCode(String code) {
        return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
    }

    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    public String icon() {
        return icon;
    }

    public String tone() {
        return tone;
    }
}
