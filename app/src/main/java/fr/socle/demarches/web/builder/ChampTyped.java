package fr.socle.demarches.web.builder;

import fr.socle.demarches.definition.Champ;
import fr.socle.demarches.definition.Kinds;
import fr.socle.demarches.definition.Options;
import fr.socle.demarches.definition.Setting;
import fr.socle.ui.form.Form;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** The settings of a field as its form shows them. */
final class ChampTyped {

    private static final long MEGABYTE = 1_000_000;

    private ChampTyped() {}

    /**
     * @param source as {@link SourceForm#typed} writes it
     */
    static Form of(Champ champ, String source) {
        var typed = new LinkedMultiValueMap<String, String>();
        typed.add("label", champ.label());
        typed.add("help", champ.help());
        typed.add("source", source);
        tick(typed, "mandatory", champ.mandatory());
        var settings = Kinds.settings(champ.type());
        for (var setting : Kinds.of(champ.type()).settings()) {
            add(typed, setting, settings.value(setting.name()));
        }
        return Form.of(typed);
    }

    private static void add(
            MultiValueMap<String, String> typed, Setting setting, @Nullable Object value) {
        var name = setting.name();
        switch (value) {
            case null -> {}
            case Boolean ticked -> tick(typed, name, ticked);
            case Long bytes -> typed.add(name, String.valueOf(Math.max(1, bytes / MEGABYTE)));
            case BigDecimal number -> typed.add(name, number.toPlainString().replace('.', ','));
            case LocalDate day -> day(typed, name, day);
            case Options options when options.size() > ChampForm.MOST_EDITED -> {}
            case Options options ->
                    typed.add(
                            name,
                            setting instanceof Setting.Table
                                    ? TableText.write(options)
                                    : String.join("\n", options.labels()));
            case Set<?> words -> words.forEach(it -> typed.add(name, it.toString()));
            default -> typed.add(name, value.toString());
        }
    }

    private static void tick(MultiValueMap<String, String> typed, String name, boolean ticked) {
        if (ticked) {
            typed.add(name, "oui");
        }
    }

    private static void day(MultiValueMap<String, String> typed, String name, LocalDate day) {
        typed.add(name + ".jour", String.valueOf(day.getDayOfMonth()));
        typed.add(name + ".mois", String.valueOf(day.getMonthValue()));
        typed.add(name + ".annee", String.valueOf(day.getYear()));
    }
}
