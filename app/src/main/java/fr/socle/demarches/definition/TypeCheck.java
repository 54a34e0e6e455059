package fr.socle.demarches.definition;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** What is wrong with a type by itself: bounds, lists, blocks. */
final class TypeCheck {

    static final int LONGEST_TEXT = 20_000;
    static final int LONGEST_OPTION = 1000;

    /** The longest list of the published procedures has 47,738 lines. */
    static final int MOST_OPTIONS = 50_000;

    static final int MOST_ROWS = 200;
    static final long LARGEST_FILE = 200_000_000;
    private static final int DEEPEST_TITLE = 3;

    private final Champ champ;
    private final List<Problem> problems = new ArrayList<>();

    private TypeCheck(Champ champ) {
        this.champ = champ;
    }

    static List<Problem> check(Champ champ, boolean inBlock) {
        var check = new TypeCheck(champ);
        check.type(champ.type(), inBlock);
        return check.problems;
    }

    private void type(ChampType type, boolean inBlock) {
        switch (type) {
            case ChampType.Texte(var max, _) -> between("max", max, 1, LONGEST_TEXT);
            case ChampType.Nombre nombre -> nombre(nombre);
            case ChampType.Jour(var min, var max) ->
                    refuse(min != null && max != null && min.isAfter(max), "max", "bounds");
            case ChampType.Choix(var options, _, _) -> options(options);
            case ChampType.Pieces(var families, var maxBytes) -> {
                refuse(families.isEmpty(), "families", "families");
                refuse(maxBytes < 1 || maxBytes > LARGEST_FILE, "max", "file-size");
            }
            case ChampType.Repetition repetition -> repetition(repetition, inBlock);
            case ChampType.Titre(var level) -> between("level", level, 1, DEEPEST_TITLE);
            case ChampType.OuiNon _, ChampType.CaseACocher _, ChampType.Adresse _ -> {}
            case ChampType.Email _, ChampType.Telephone _, ChampType.Explication _ -> {}
        }
    }

    private void nombre(ChampType.Nombre nombre) {
        var min = nombre.min();
        var max = nombre.max();
        refuse(min != null && max != null && min.compareTo(max) > 0, "max", "bounds");
        refuse(!nombre.decimal() && min != null && fraction(min), "min", "whole-bound");
        refuse(!nombre.decimal() && max != null && fraction(max), "max", "whole-bound");
    }

    private static boolean fraction(BigDecimal number) {
        return number.stripTrailingZeros().scale() > 0;
    }

    private void options(List<String> options) {
        refuse(options.isEmpty(), "options", "options");
        refuse(options.size() > MOST_OPTIONS, "options", "options.many", MOST_OPTIONS);
        var seen = new HashSet<String>();
        for (var option : options) {
            if (option.isBlank()) {
                refuse(true, "options", "option.blank");
            } else if (!seen.add(option)) {
                refuse(true, "options", "option.twice", option);
            }
            refuse(option.length() > LONGEST_OPTION, "options", "option.length", LONGEST_OPTION);
        }
    }

    private void repetition(ChampType.Repetition repetition, boolean inBlock) {
        refuse(inBlock, "type", "block.nested");
        var asks = repetition.champs().stream().anyMatch(it -> it.type().asks());
        refuse(!asks, "champs", "block.empty");
        between("max", repetition.max(), 1, MOST_ROWS);
        refuse(repetition.min() > repetition.max(), "max", "bounds");
    }

    private void between(String part, int value, int min, int max) {
        refuse(value < min || value > max, part, "between", min, max);
    }

    private void refuse(boolean wrong, String part, String key, Object... arguments) {
        if (wrong) {
            problems.add(Problem.blocking(champ, part, "demarches.check." + key, arguments));
        }
    }
}
