package fr.socle.habilitations.formulaire;

import java.util.Arrays;
import java.util.Optional;

/** A group of questions that a kind of data may demand. */
public enum Bloc {
    METIER("metier"),
    TECHNIQUE("technique"),
    VOLUME("volume"),
    HOMOLOGATION("homologation");

    private final String code;

    Bloc(String code) {
        this.code = code;
    }

    /** The word for rows, forms and messages. */
    public String code() {
        return code;
    }

    public static Optional<Bloc> of(String code) {
        return Arrays.stream(values()).filter(it -> it.code.equals(code)).findFirst();
    }
}
