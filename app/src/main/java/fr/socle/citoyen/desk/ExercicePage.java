package fr.socle.citoyen.desk;

import fr.socle.citoyen.droits.Exercice;
import fr.socle.citoyen.store.ExerciceStore.Suivi;
import fr.socle.ui.Frame;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Option;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One person's objection or request for rectification, and the answer to give. */
public record ExercicePage(Suivi suivi, Form form, int status, Instant now) implements Page {

    static final int LONGEST = 4000;
    static final int LONGEST_MOTIF = 1000;

    public Exercice exercice() {
        return suivi.exercice();
    }

    /** The last day on which it may be answered; null once it was. */
    public @Nullable LocalDate due() {
        return exercice() instanceof Exercice.EnCours it ? it.due() : null;
    }

    /** Whether it may still be extended. */
    public boolean extensible() {
        return exercice() instanceof Exercice.Ouvert && !exercice().overdue(now);
    }

    public boolean conflict() {
        return status == 409;
    }

    public List<Option> issues(Frame frame) {
        return Stream.of(Exercice.Issue.values())
                .map(
                        it ->
                                Option.of(
                                        it.name().toLowerCase(Locale.ROOT),
                                        frame.t("citoyen.droits.issue." + it.name())))
                .toList();
    }

    /** What was answered; empty when nothing was. */
    public String answer() {
        return exercice() instanceof Exercice.Repondu it ? it.texte() : "";
    }

    public int longest() {
        return LONGEST;
    }

    public int longestMotif() {
        return LONGEST_MOTIF;
    }
}
