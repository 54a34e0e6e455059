package fr.socle.citoyen.web;

import fr.socle.citoyen.droits.Exercice;
import fr.socle.citoyen.store.ExerciceStore.Suivi;
import fr.socle.ui.Page;
import java.util.List;

/**
 * The rights that a person exercised, the newest first.
 *
 * @param withdrawn whether one was just withdrawn
 */
public record DroitsPage(Whose whose, List<Suivi> suivis, boolean withdrawn) implements Page {

    /** The tone of the state's tag. */
    public static String tone(Exercice it) {
        return switch (it) {
            case Exercice.Ouvert _ -> "info";
            case Exercice.Prolonge _ -> "warn";
            case Exercice.Repondu(_, var issue, _, _) ->
                    issue == Exercice.Issue.REJETEE ? "bad" : "good";
            case Exercice.Retire _ -> "plain";
        };
    }

    /** Key of the state's label. */
    public static String label(Exercice it) {
        return it instanceof Exercice.Repondu(_, var issue, _, _)
                ? "citoyen.droits.issue." + issue.name()
                : "citoyen.droits.etat." + it.etat();
    }
}
