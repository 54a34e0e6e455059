package fr.socle.demarches.definition;

import fr.socle.demarches.definition.Valeur.Reference;
import fr.socle.kernel.NormalName;
import fr.socle.kernel.Parsed;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A table from which one line is chosen, too long to be sent whole: a form sends a text, and the
 * line that it means; or a code that was offered.
 */
public interface Repertoire {

    /** The part of a field that holds the searched text. */
    String SEARCHED = "cherche";

    /** As many as a page offers. */
    int OFFERED = 20;

    int NAMED = 5;

    Optional<Reference> find(String code);

    /** The likeliest first, accents and case aside. */
    List<Reference> search(String text, int limit);

    /** The line that is meant: by its code, or by a text that only it answers. */
    default Parsed<Reference> read(Typed typed) {
        var chosen = typed.part("");
        var text = typed.part(SEARCHED);
        if (text.isEmpty() || find(chosen).filter(it -> same(it, text)).isPresent()) {
            return find(chosen)
                    .map(Parsed::valid)
                    .orElseGet(
                            () ->
                                    Parsed.invalid(
                                            "demarches.saisie.option", FreeText.shortened(chosen)));
        }
        return meant(search(text, OFFERED), chosen, text);
    }

    private static Parsed<Reference> meant(List<Reference> found, String chosen, String text) {
        var picked = found.stream().filter(it -> it.code().equals(chosen)).findFirst();
        if (picked.isPresent()) {
            return Parsed.valid(picked.get());
        }
        var exact = found.stream().filter(it -> same(it, text)).toList();
        if (exact.size() == 1) {
            return Parsed.valid(exact.getFirst());
        }
        if (found.size() == 1) {
            return Parsed.valid(found.getFirst());
        }
        return found.isEmpty()
                ? Parsed.invalid("demarches.saisie.search.none", FreeText.shortened(text))
                : Parsed.invalid(
                        "demarches.saisie.search.several",
                        FreeText.shortened(text),
                        found.stream()
                                .limit(NAMED)
                                .map(Reference::line)
                                .collect(Collectors.joining(" ; ")));
    }

    private static boolean same(Reference reference, String text) {
        return reference.code().equalsIgnoreCase(text)
                || NormalName.same(reference.nom(), text)
                || NormalName.same(reference.line(), text);
    }

    /** The options of a list, as lines of a table of this name. */
    static Repertoire of(String table, Options options) {
        return new Repertoire() {
            @Override
            public Optional<Reference> find(String code) {
                return options.find(code).map(it -> reference(table, it));
            }

            @Override
            public List<Reference> search(String text, int limit) {
                var words = NormalName.of(text).value().split(" ");
                if (words[0].isEmpty()) {
                    return List.of();
                }
                return options.all().stream()
                        .filter(it -> it.id().equals(text) || holds(it.label(), words))
                        .limit(limit)
                        .map(it -> reference(table, it))
                        .toList();
            }
        };
    }

    private static Reference reference(String table, Options.Option option) {
        return new Reference(table, option.id(), option.label(), option.details());
    }

    /** Whether every word starts one of the label's. */
    static boolean holds(String label, String[] words) {
        var name = " " + NormalName.of(label).value();
        return Arrays.stream(words).allMatch(it -> name.contains(" " + it));
    }
}
