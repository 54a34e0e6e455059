package fr.socle.demarches.definition;

import fr.socle.kernel.Parsed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads the chosen options of a list, by their ids or, where people type, by their labels; and of a
 * long list, by a text that was searched.
 */
public final class Choices {

    /** Beyond it a page offers a search instead of the whole list. */
    public static final int SHOWN_WHOLE = 120;

    private static final int LONGEST_OTHER = 500;

    private Choices() {}

    static Parsed<Valeur> read(ChampType.Choix type, Typed typed) {
        var chosen =
                new ArrayList<>(
                        typed.all().stream()
                                .map(String::strip)
                                .map(it -> id(type, it))
                                .distinct()
                                .toList());
        var text = typed.part(Repertoire.SEARCHED);
        if (!text.isEmpty()) {
            switch (searched(type, chosen, text)) {
                case Parsed.Invalid<String>(var refusal) -> {
                    return new Parsed.Invalid<>(refusal);
                }
                case Parsed.Valid<String>(var found) -> add(type, chosen, found);
            }
        }
        return chosen(type, chosen, typed);
    }

    /** An option that is chosen already stays; among several that answer, one must be. */
    private static Parsed<String> searched(ChampType.Choix type, List<String> chosen, String text) {
        var table = Repertoire.of(type.code(), type.list());
        var answering = table.search(text, Repertoire.OFFERED);
        var picked = answering.stream().filter(it -> chosen.contains(it.code())).findFirst();
        return picked.isPresent()
                ? Parsed.valid(picked.get().code())
                : table.read(new Typed(Map.of(Repertoire.SEARCHED, List.of(text))))
                        .map(Valeur.Reference::code);
    }

    private static void add(ChampType.Choix type, List<String> chosen, String found) {
        if (!type.multiple()) {
            chosen.clear();
        }
        if (!chosen.contains(found)) {
            chosen.add(found);
        }
    }

    /** Machines and links may write the label of an option that was renamed. */
    private static String id(ChampType.Choix type, String sent) {
        if (type.list().has(sent)) {
            return sent;
        }
        return type.list().all().stream()
                .filter(it -> it.label().equals(sent))
                .map(Options.Option::id)
                .findFirst()
                .orElse(sent);
    }

    private static Parsed<Valeur> chosen(ChampType.Choix type, List<String> chosen, Typed typed) {
        if (!type.multiple() && chosen.size() > 1) {
            return Parsed.invalid("demarches.saisie.one-choice");
        }
        var foreign = chosen.stream().filter(it -> !allowed(type, it)).findFirst();
        if (foreign.isPresent()) {
            return Parsed.invalid("demarches.saisie.option", FreeText.shortened(foreign.get()));
        }
        return chosen.contains(Saisie.OTHER)
                ? withOther(chosen, typed)
                : Parsed.valid(new Valeur.Choix(chosen));
    }

    private static boolean allowed(ChampType.Choix type, String option) {
        return option.equals(Saisie.OTHER) ? type.other() : type.list().has(option);
    }

    private static Parsed<Valeur> withOther(List<String> chosen, Typed typed) {
        var own = typed.part("autre");
        if (own.isEmpty()) {
            return Parsed.invalid("demarches.saisie.other");
        }
        return FreeText.check(own, LONGEST_OTHER)
                .map(
                        text ->
                                new Valeur.Choix(
                                        chosen.stream()
                                                .map(it -> it.equals(Saisie.OTHER) ? text : it)
                                                .distinct()
                                                .toList()));
    }
}
