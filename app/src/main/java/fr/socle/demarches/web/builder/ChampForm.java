package fr.socle.demarches.web.builder;

import fr.socle.demarches.definition.Champ;
import fr.socle.demarches.definition.ChampType;
import fr.socle.demarches.definition.Checker;
import fr.socle.demarches.definition.Kinds;
import fr.socle.demarches.definition.Options;
import fr.socle.demarches.definition.Setting;
import fr.socle.demarches.definition.Settings;
import fr.socle.kernel.Refusal;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Reading;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the settings of one field, as its type describes them. What they mean together is for the
 * checker.
 */
public final class ChampForm {

    /** A longer list is kept as it was imported: no page edits forty thousand lines. */
    static final int MOST_EDITED = 1000;

    public static final int LONGEST_LIST = 1_000_000;
    private static final long MEGABYTE = 1_000_000;
    private static final int SCALE = 6;
    private static final BigDecimal FAR = new BigDecimal("999999999999");

    private ChampForm() {}

    /** The field as typed, of the same type, with its condition; empty when something is wrong. */
    static Optional<Champ> read(Form form, Champ present) {
        var label = form.required("label", Checker.LONGEST_LABEL);
        if (label.indexOf('\n') >= 0) {
            form.reject("label", Refusal.of("demarches.saisie.one-line"));
        }
        var help = form.optional("help", Checker.LONGEST_HELP);
        var type = type(form, present.type());
        return form.ok()
                ? Optional.of(
                        new Champ(
                                present.id(),
                                label,
                                help,
                                form.ticked("mandatory"),
                                type,
                                present.condition(),
                                present.source(),
                                present.obligation()))
                : Optional.empty();
    }

    private static ChampType type(Form form, ChampType present) {
        var settings = Kinds.settings(present);
        for (var setting : Kinds.of(present).settings()) {
            settings.put(setting.name(), value(form, setting, settings));
        }
        // because a value that could not be read would be none that the type understands
        return form.ok() ? Kinds.with(present, settings) : present;
    }

    private static @Nullable Object value(Form form, Setting setting, Settings present) {
        var name = setting.name();
        return switch (setting) {
            case Setting.Whole(_, _, var min, var max) -> whole(form, name, min, max);
            case Setting.Degree(_, _, _, var max) -> whole(form, name, 1, max);
            case Setting.Bytes(_, _, var max) -> bytes(form, name, max, present.value(name));
            case Setting.Decimal _ ->
                    form.readOptional(name, Reading.decimal(SCALE, FAR.negate(), FAR)).orElse(null);
            case Setting.Day _ -> form.readOptionalDate(name).orElse(null);
            case Setting.Flag _ -> form.ticked(name);
            case Setting.Line(_, _, var max) -> form.optional(name, max);
            case Setting.Lines(_, _, var max) -> form.optional(name, max).replace("\r\n", "\n");
            case Setting.Choices _ -> options(form, name, present);
            case Setting.Table _ -> table(form, name, present);
            case Setting.OneOf(_, _, _, var among) ->
                    form.read(name, Reading.among(among)).orElse("");
            case Setting.SomeOf(_, _, _, var among) -> Set.copyOf(form.readAll(name, among));
        };
    }

    private static int whole(Form form, String field, int min, int max) {
        return form.read(field, Reading.whole(min, max)).orElse((long) max).intValue();
    }

    /** A size that is no whole number of megabytes stays when its field was not changed. */
    private static long bytes(Form form, String name, long max, @Nullable Object present) {
        int typed = whole(form, name, 1, (int) (max / MEGABYTE));
        return present instanceof Long bytes && Math.max(1, bytes / MEGABYTE) == typed
                ? bytes
                : typed * MEGABYTE;
    }

    private static Options options(Form form, String name, Settings present) {
        var before = ofOptions(present.value(name));
        return before.size() > MOST_EDITED
                ? before
                : before.relabelled(
                        Arrays.stream(form.optional(name, LONGEST_LIST).split("\\R"))
                                .map(String::strip)
                                .filter(it -> !it.isEmpty())
                                .toList());
    }

    /** Nothing typed keeps a table that is too long to be shown. */
    private static Options table(Form form, String name, Settings present) {
        var before = ofOptions(present.value(name));
        var typed = form.optional(name, LONGEST_LIST);
        return typed.isEmpty() && before.size() > MOST_EDITED ? before : TableText.read(typed);
    }

    private static Options ofOptions(@Nullable Object value) {
        return value instanceof Options it ? it : Options.of(List.of());
    }
}
