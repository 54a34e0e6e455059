package fr.socle.demarches.web.builder;

import fr.socle.demarches.builder.DataGrounds.Binding;
import fr.socle.demarches.builder.Demarche;
import fr.socle.demarches.definition.Champ;
import fr.socle.demarches.definition.ChampType;
import fr.socle.demarches.definition.Checker;
import fr.socle.demarches.definition.Problem;
import fr.socle.demarches.definition.Types;
import fr.socle.pieces.Family;
import fr.socle.ui.Frame;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Option;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The settings of one field. */
public record ChampPage(
        Demarche demarche,
        Champ champ,
        Place place,
        Form form,
        List<Binding> bindings,
        boolean stale)
        implements Page {

    public long version() {
        return Shown.version(form, demarche.fiche().version(), stale);
    }

    public String action() {
        var base = BuilderDesk.base(demarche) + "/champs/";
        return place.present() ? base + champ.id() : base + "nouveau";
    }

    public List<Problem> problems() {
        return place.present() ? Checker.check(demarche.fiche().draft(), champ.id()) : List.of();
    }

    public List<Option> sources(Frame frame) {
        boolean inBlock = demarche.fiche().draft().parent(champ.id()).isPresent();
        return inBlock || place.inBlock(demarche.fiche().draft())
                ? List.of()
                : SourceForm.options(frame, champ, bindings);
    }

    public List<Option> families(Frame frame) {
        return Arrays.stream(Family.values())
                .map(it -> Option.of(it.name(), frame.t("demarches.family." + it.name())))
                .toList();
    }

    public List<Option> levels(Frame frame) {
        return IntStream.rangeClosed(1, 3)
                .mapToObj(String::valueOf)
                .map(it -> Option.of(it, frame.t("demarches.level." + it)))
                .toList();
    }

    /** The types that it may become; a repetition stays what it is, with its fields. */
    public List<Option> types(Frame frame) {
        return Types.CODES.stream()
                .filter(it -> !it.equals("repetition") && !it.equals(champ.type().code()))
                .map(it -> Option.of(it, frame.t("demarches.type." + it)))
                .toList();
    }

    public boolean isBlock() {
        return champ.type() instanceof ChampType.Repetition;
    }

    /** How many options are too many for a page; 0 when they can be edited. */
    public int keptOptions() {
        return champ.type() instanceof ChampType.Choix(var options, _, _)
                        && options.size() > ChampForm.MOST_EDITED
                ? options.size()
                : 0;
    }

    @Override
    public int status() {
        return stale ? 409 : form.ok() ? 200 : 422;
    }
}
