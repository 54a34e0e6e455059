package fr.socle.citoyen.suivi;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How far a procedure outside this house came. */
public enum Etat {
    RECUE(1, "info", "Votre demande a été reçue."),
    EN_COURS(2, "info", "Votre demande est en cours d’examen."),
    COMPLEMENT_DEMANDE(2, "warn", "Un complément vous est demandé."),
    ACCEPTEE(3, "good", "Votre demande a été acceptée."),
    REFUSEE(3, "bad", "Votre demande a été refusée."),
    SANS_SUITE(3, "plain", "Votre demande est close sans réponse.");

    private final int progress;
    private final String tone;
    private final String sentence;

    Etat(int progress, String tone, String sentence) {
        this.progress = progress;
        this.tone = tone;
        this.sentence = sentence;
    }

    /** As programs write it, by that word. */
    public static Map<String, Etat> byWord() {
        return Arrays.stream(values())
                .collect(Collectors.toMap(Etat::word, it -> it, (one, _) -> one, TreeMap::new));
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Of three steps: reception, examination, decision. */
    public int progress() {
        return progress;
    }

    public String tone() {
        return tone;
    }

    /** What the journal says to the person. */
    String sentence() {
        return sentence;
    }
}
