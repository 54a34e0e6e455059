package fr.socle.demarches.web.builder;

import fr.socle.demarches.builder.DataGrounds.Binding;
import fr.socle.demarches.builder.Demarche;
import fr.socle.demarches.builder.RevisionChange;
import fr.socle.demarches.definition.Calcul;
import fr.socle.demarches.definition.Champ;
import fr.socle.demarches.definition.ChampType;
import fr.socle.demarches.definition.Checker;
import fr.socle.demarches.definition.Comparison;
import fr.socle.demarches.definition.Definition;
import fr.socle.demarches.definition.Kinds;
import fr.socle.demarches.definition.Options;
import fr.socle.demarches.definition.Problem;
import fr.socle.demarches.definition.Setting;
import fr.socle.demarches.definition.Types;
import fr.socle.ui.Frame;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Option;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The settings of one field.
 *
 * @param meanwhile what another writer changed since this one opened the page
 */
public record ChampPage(
        Demarche demarche,
        Champ champ,
        Place place,
        Form form,
        List<Binding> bindings,
        boolean stale,
        List<RevisionChange> meanwhile)
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
        var draft = demarche.fiche().draft();
        boolean apart = draft.parent(champ.id()).isPresent() || draft.isAnnotation(champ.id());
        return apart || place.annotation() || place.inBlock(draft)
                ? List.of()
                : SourceForm.options(frame, champ, bindings);
    }

    public List<Setting> settings() {
        return Kinds.of(champ.type()).settings();
    }

    /** What stands below a setting; null for nothing. */
    public @Nullable String hint(Frame frame, Setting setting) {
        var key = "demarches.champ." + setting.label() + ".hint";
        return frame.words().has(key) ? frame.t(key) : null;
    }

    public List<Option> words(Frame frame, String words, List<String> among) {
        return among.stream()
                .map(it -> Option.of(it, frame.t("demarches." + words + "." + it)))
                .toList();
    }

    public List<Option> degrees(Frame frame, Setting.Degree degree) {
        var numbers = IntStream.rangeClosed(1, degree.max()).mapToObj(String::valueOf).toList();
        return words(frame, degree.words(), numbers);
    }

    public boolean isComputed() {
        return champ.type() instanceof Calcul;
    }

    /** What a formula may name, with the question's label. */
    public List<Map.Entry<String, String>> numbers() {
        var draft = demarche.fiche().draft();
        var earlier = place.present() ? draft.earlier(champ.id()) : draft.all().toList();
        return earlier.stream().flatMap(ChampPage::named).toList();
    }

    private static Stream<Map.Entry<String, String>> named(Champ champ) {
        var own = Map.entry("[" + champ.id() + "]", champ.label());
        return switch (Comparison.of(champ.type())) {
            case NUMBER, DAY -> Stream.of(own);
            default ->
                    Stream.concat(
                            Definition.children(champ).isEmpty() ? Stream.of() : Stream.of(own),
                            Definition.children(champ).stream()
                                    .filter(it -> Comparison.of(it.type()) == Comparison.NUMBER)
                                    .map(
                                            it ->
                                                    Map.entry(
                                                            "[" + champ.id() + "." + it.id() + "]",
                                                            champ.label() + " – " + it.label())));
        };
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

    /** How many lines are too many for a page; 0 when they can be edited. */
    public int keptLines(Setting setting) {
        return Kinds.settings(champ.type()).value(setting.name()) instanceof Options options
                        && options.size() > ChampForm.MOST_EDITED
                ? options.size()
                : 0;
    }

    @Override
    public int status() {
        return stale ? 409 : form.ok() ? 200 : 422;
    }
}
