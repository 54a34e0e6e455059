package fr.socle.demarches.web.builder;

import fr.socle.demarches.definition.Champ;
import fr.socle.demarches.definition.ChampType;
import fr.socle.ui.form.Form;
import java.math.BigDecimal;
import java.time.LocalDate;
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
        type(typed, champ.type());
        return Form.of(typed);
    }

    private static void type(MultiValueMap<String, String> typed, ChampType type) {
        switch (type) {
            case ChampType.Texte(var max, _) -> typed.add("max", String.valueOf(max));
            case ChampType.Nombre nombre -> {
                tick(typed, "decimal", nombre.decimal());
                typed.add("min", shown(nombre.min()));
                typed.add("max", shown(nombre.max()));
                typed.add("unit", nombre.unit());
            }
            case ChampType.Jour(var min, var max) -> {
                day(typed, "min", min);
                day(typed, "max", max);
            }
            case ChampType.Choix choix -> {
                typed.add("options", String.join("\n", choix.options()));
                tick(typed, "other", choix.other());
            }
            case ChampType.Pieces(var families, var maxBytes) -> {
                families.forEach(it -> typed.add("families", it.name()));
                typed.add("size", String.valueOf(Math.max(1, maxBytes / MEGABYTE)));
            }
            case ChampType.Repetition(_, var min, var max) -> {
                typed.add("min", String.valueOf(min));
                typed.add("max", String.valueOf(max));
            }
            case ChampType.Titre(var level) -> typed.add("level", String.valueOf(level));
            case ChampType.OuiNon _, ChampType.CaseACocher _, ChampType.Adresse _ -> {}
            case ChampType.Email _, ChampType.Telephone _, ChampType.Explication _ -> {}
        }
    }

    private static void tick(MultiValueMap<String, String> typed, String name, boolean ticked) {
        if (ticked) {
            typed.add(name, "oui");
        }
    }

    private static String shown(@Nullable BigDecimal number) {
        return number == null ? "" : number.toPlainString().replace('.', ',');
    }

    private static void day(
            MultiValueMap<String, String> typed, String name, @Nullable LocalDate day) {
        if (day != null) {
            typed.add(name + ".jour", String.valueOf(day.getDayOfMonth()));
            typed.add(name + ".mois", String.valueOf(day.getMonthValue()));
            typed.add(name + ".annee", String.valueOf(day.getYear()));
        }
    }
}
