package fr.socle.demarches.web.builder;

import fr.socle.demarches.builder.Demarche;
import fr.socle.demarches.definition.Champ;
import fr.socle.demarches.definition.ChampType;
import fr.socle.demarches.definition.Condition;
import fr.socle.demarches.definition.Condition.Operator;
import fr.socle.ui.Frame;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Option;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a field is shown.
 *
 * @param possible the questions that may decide
 * @param source the one that was chosen for a new comparison; null: none yet
 */
public record ConditionPage(
        Demarche demarche,
        Champ champ,
        List<Champ> possible,
        @Nullable Champ source,
        Form form,
        boolean stale)
        implements Page {

    public long version() {
        return Shown.version(form, demarche.fiche().version(), stale);
    }

    public String action() {
        return BuilderDesk.base(demarche) + "/champs/" + champ.id() + "/condition";
    }

    public List<Condition> terms() {
        return ConditionForm.terms(champ.condition());
    }

    public boolean any() {
        return champ.condition() instanceof Condition.Or;
    }

    public List<Option> questions(Frame frame) {
        return possible.stream()
                .map(it -> Option.of(it.id().value(), Labels.label(frame, it)))
                .toList();
    }

    public List<Option> operators(Frame frame) {
        var options = new ArrayList<Option>();
        if (source != null) {
            Operator.on(source.type())
                    .forEach(
                            it ->
                                    options.add(
                                            Option.of(
                                                    it.code(),
                                                    frame.t("demarches.operator." + it.code()))));
        }
        options.add(Option.of(ConditionForm.FILLED, frame.t("demarches.operator.rempli")));
        return options;
    }

    /** The answers of a list, to choose among; empty for other types. */
    public List<Option> answers() {
        return source != null && source.type() instanceof ChampType.Choix(var options, _, _)
                ? options.stream().map(it -> Option.of(it, it)).toList()
                : List.of();
    }

    /** {@code yes-no}, {@code date}, {@code choice}, {@code number}, {@code area} or nothing. */
    public String constant() {
        if (source == null) {
            return "";
        }
        return switch (source.type()) {
            case ChampType.OuiNon _, ChampType.CaseACocher _ -> "yes-no";
            case ChampType.Jour _ -> "date";
            case ChampType.Choix _ -> "choice";
            case ChampType.Nombre _ -> "number";
            case ChampType.Adresse _ -> "area";
            case ChampType.Texte _, ChampType.Email _, ChampType.Telephone _ -> "";
            case ChampType.Pieces _, ChampType.Repetition _ -> "";
            case ChampType.Titre _, ChampType.Explication _ -> "";
        };
    }

    @Override
    public int status() {
        return stale ? 409 : form.ok() ? 200 : 422;
    }
}
