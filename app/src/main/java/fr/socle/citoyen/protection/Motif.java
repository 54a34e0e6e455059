package fr.socle.citoyen.protection;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Why a person has their file protected. */
public enum Motif {
    VIOLENCES("violences", "Violences ou menaces"),
    ADOPTION("adoption", "Adoption ou accouchement sous le secret"),
    AUTRE("autre", "Autre raison de ne pas être recherché");

    private final String word;
    private final String told;

    Motif(String word, String told) {
        this.word = word;
        this.told = told;
    }

    /** As forms send it; its label is the message {@code citoyen.protection.motif.<word>}. */
    public String word() {
        return word;
    }

    /** As the person reads it in the journal. */
    String told() {
        return told;
    }

    public static Map<String, Motif> byWord() {
        return Arrays.stream(values())
                .collect(
                        Collectors.toMap(
                                Motif::word, it -> it, (one, _) -> one, LinkedHashMap::new));
    }
}
