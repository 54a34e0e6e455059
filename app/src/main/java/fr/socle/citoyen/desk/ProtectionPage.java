package fr.socle.citoyen.desk;

import fr.socle.citoyen.acces.Regles;
import fr.socle.citoyen.acces.Surveillance;
import fr.socle.citoyen.droits.Exercice;
import fr.socle.citoyen.store.AccesStore.Volume;
import fr.socle.citoyen.store.ExerciceStore.Suivi;
import fr.socle.citoyen.usages.Place;
import fr.socle.ui.Frame;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Option;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How an organisation uses data: volumes, what is worth a look, answers to persons.
 *
 * @param days how far back
 */
public record ProtectionPage(
        Surveillance.View view, List<Suivi> suivis, Names names, int days, Instant now)
        implements Page {

    static final Map<String, Integer> PERIODS = Map.of("7", 7, "30", 30, "90", 90);

    /**
     * @param purposes why data is obtained, by habilitation
     * @param labels of fields, by {@code data set/field}
     */
    public record Names(
            String organisation, Map<String, String> purposes, Map<String, String> labels) {
        public Names {
            purposes = Map.copyOf(purposes);
            labels = Map.copyOf(labels);
        }
    }

    public Form form() {
        return Form.blank(Map.of("jours", Integer.toString(days)));
    }

    public List<Option> periods(Frame frame) {
        return Stream.of("7", "30", "90")
                .map(it -> Option.of(it, frame.t("citoyen.dpo.days", Integer.parseInt(it))))
                .toList();
    }

    /** Why this was done; what has no habilitation is the opening of a dossier. */
    public String purpose(Frame frame, Volume it) {
        var id = it.what();
        if (id == null) {
            return frame.t("citoyen.dpo.opening");
        }
        var told = names.purposes().getOrDefault(id, "");
        return told.isEmpty() ? frame.t("citoyen.dpo.unknown") : told;
    }

    public String field(Frame frame, Volume it) {
        var code = it.what() == null ? "" : it.what();
        return frame.words().orItself(names.labels().getOrDefault(code, code));
    }

    /** What a rule found, in a sentence. */
    public String told(Frame frame, Regles.Alerte it) {
        return frame.t(
                "citoyen.dpo.regle." + it.regle().name(),
                view.number(it.day().agent()),
                frame.words().day(it.day().day()),
                it.count(),
                it.usual());
    }

    /** Where a name can be opened. */
    public static String path(Place place) {
        return ProtectionController.BASE + "/acces/" + place.log() + "/" + place.index();
    }

    public long open() {
        return suivis.stream().filter(it -> it.exercice().closedAt().isEmpty()).count();
    }

    public long overdue() {
        return suivis.stream().filter(it -> it.exercice().overdue(now)).count();
    }

    public long answered(String issue) {
        return suivis.stream()
                .filter(
                        it ->
                                it.exercice() instanceof Exercice.Repondu(_, var said, _, _)
                                        && said.name().equals(issue))
                .count();
    }

    public int times() {
        return Regles.TIMES;
    }

    public int atLeast() {
        return Regles.AT_LEAST;
    }
}
