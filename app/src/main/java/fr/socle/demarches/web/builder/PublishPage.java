package fr.socle.demarches.web.builder;

import fr.socle.demarches.builder.Demarche;
import fr.socle.demarches.builder.RevisionChange;
import fr.socle.demarches.definition.Problem;
import fr.socle.demarches.publication.Impact;
import fr.socle.ui.Frame;
import fr.socle.ui.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What publication would change, and what stands in its way.
 *
 * @param impact on the dossiers; null before the first publication
 */
public record PublishPage(
        Demarche demarche,
        List<Problem> problems,
        List<RevisionChange> changes,
        @Nullable Impact impact,
        boolean stale,
        int status)
        implements Page {

    public List<Problem> blocking() {
        return problems.stream().filter(Problem::blocking).toList();
    }

    public List<Problem> warnings() {
        return problems.stream().filter(it -> !it.blocking()).toList();
    }

    public boolean first() {
        return demarche instanceof Demarche.Brouillon;
    }

    public boolean open() {
        return demarche instanceof Demarche.Publiee;
    }

    /** Whether there is something to publish, and nothing in the way. */
    public boolean ready() {
        return blocking().isEmpty() && (!open() || !changes.isEmpty());
    }

    /** Where the problem is mended. */
    public String href(Problem problem) {
        var champ = problem.champ();
        var base = BuilderDesk.base(demarche);
        if (champ == null) {
            return switch (problem.part()) {
                case "champs" -> base;
                case "essais" -> base + "/apercu";
                default -> base + "/presentation";
            };
        }
        var own = base + "/champs/" + champ;
        return switch (problem.part()) {
            case "condition" -> own + "/condition";
            case "obligation" -> own + "/condition?pour=obligation";
            default -> own;
        };
    }

    /** The field's name, or an empty text for the form as a whole. */
    public String named(Frame frame, Problem problem) {
        var champ = problem.champ();
        return champ == null
                ? ""
                : demarche.fiche()
                        .draft()
                        .find(champ)
                        .map(it -> Labels.label(frame, it))
                        .orElse("");
    }

    /** One change, in a sentence. */
    public static String sentence(Frame frame, RevisionChange change) {
        return switch (change) {
            case RevisionChange.Added _ -> frame.t("demarches.change.added");
            case RevisionChange.Removed _ -> frame.t("demarches.change.removed");
            case RevisionChange.Moved(_, _, var from, var to) ->
                    frame.t("demarches.change.moved", from, to);
            case RevisionChange.Updated(_, _, var attribute, var from, var to) ->
                    updated(frame, attribute, from, to);
        };
    }

    private static String updated(Frame frame, String attribute, String from, String to) {
        return switch (attribute) {
            case "label" -> frame.t("demarches.change.label", from);
            case "mandatory" -> frame.t("demarches.change.mandatory." + to);
            case "type" ->
                    frame.t(
                            "demarches.change.type",
                            frame.t("demarches.type." + from),
                            frame.t("demarches.type." + to));
            case "option.added" -> frame.t("demarches.change.option.added", to);
            case "option.removed" -> frame.t("demarches.change.option.removed", from);
            case "option.renamed" -> frame.t("demarches.change.option.renamed", from, to);
            default -> frame.t("demarches.change." + attribute);
        };
    }
}
