package fr.socle.habilitations.demande;

import fr.socle.kernel.Refusal;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Reading;
import java.util.List;
import java.util.Optional;

/** A decision as a form holds it. */
public final class DecisionForm {

    /** The name of the field that holds the reason of a revocation. */
    public static final String REVOCATION = "motif-revocation";

    /** Of a reason, in characters. */
    public static final int LONGEST = 1000;

    private static final List<String> WORDS = List.of("accorder", "modifications", "refuser");

    private DecisionForm() {}

    /** Reads {@code decision} and {@code motif}; every answer but a grant needs a reason. */
    public static Optional<Ordre.Decision> read(Form form) {
        var word = form.read("decision", Reading.among(WORDS)).orElse("");
        var motif = form.optional("motif", LONGEST);
        if (motif.isEmpty() && !word.equals("accorder") && form.ok()) {
            form.reject("motif", Refusal.of("habilitations.form.motif.missing"));
        }
        if (!form.ok()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (word) {
                    case "accorder" -> new Ordre.Accorder();
                    case "modifications" -> new Ordre.DemanderModifications(motif);
                    default -> new Ordre.Refuser(motif);
                });
    }
}
