package fr.socle.citoyen.web;

import fr.socle.citoyen.droits.Exercice;
import fr.socle.ui.Page;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One right that a person exercised, and what became of it. */
public record DroitPage(Whose whose, Exercice exercice) implements Page {

    /** The last day on which the organisation may answer; null once it did. */
    public @Nullable LocalDate due() {
        return exercice instanceof Exercice.EnCours it ? it.due() : null;
    }

    /** Why it takes longer; empty when it does not. */
    public String motif() {
        return exercice instanceof Exercice.Prolonge it ? it.motif() : "";
    }

    /** What was answered; empty when nothing was. */
    public String answer() {
        return exercice instanceof Exercice.Repondu it ? it.texte() : "";
    }
}
