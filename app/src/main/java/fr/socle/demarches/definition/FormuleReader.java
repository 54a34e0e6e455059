package fr.socle.demarches.definition;

import fr.socle.demarches.definition.Formule.Fonction;
import fr.socle.kernel.NormalName;
import fr.socle.kernel.Parsed;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads formulas by recursive descent; one sign is looked at, none is read twice. */
final class FormuleReader {

    private static final int DEEPEST = 30;
    private static final int LONGEST_NUMBER = 18;

    private final String text;
    private int at;
    private int depth;

    private FormuleReader(String text) {
        this.text = text;
    }

    static Parsed<Formule> read(String text) {
        if (text.isBlank()) {
            return Parsed.invalid("demarches.check.formule.empty");
        }
        try {
            var reader = new FormuleReader(text);
            var read = reader.sum();
            reader.blanks();
            return reader.at == text.length()
                    ? Parsed.valid(read)
                    : Parsed.invalid("demarches.check.formule", text.substring(reader.at));
        } catch (BadJson wrong) {
            return Parsed.invalid("demarches.check.formule", wrong.member());
        }
    }

    private Formule sum() {
        deeper();
        var left = product();
        while (next('+') || next('-')) {
            char sign = text.charAt(at++);
            left = new Formule.Operation(sign, left, product());
        }
        depth--;
        return left;
    }

    private Formule product() {
        var left = factor();
        while (next('*') || next('/')) {
            char sign = text.charAt(at++);
            left = new Formule.Operation(sign, left, factor());
        }
        return left;
    }

    private Formule factor() {
        if (next('-')) {
            deeper();
            at++;
            var negated =
                    new Formule.Operation('-', new Formule.Constante(BigDecimal.ZERO), factor());
            depth--;
            return negated;
        }
        if (next('(')) {
            at++;
            var inner = sum();
            expect(')');
            return inner;
        }
        if (next('[')) {
            return field();
        }
        if (at >= text.length()) {
            throw wrong();
        }
        return Character.isDigit(text.charAt(at)) ? number() : call();
    }

    private void deeper() {
        if (++depth > DEEPEST) {
            throw wrong();
        }
    }

    private Formule field() {
        int end = text.indexOf(']', at);
        if (end < 0) {
            throw wrong();
        }
        var ids =
                Arrays.stream(text.substring(at + 1, end).strip().split("[.]", 3))
                        .map(ChampId::of)
                        .toList();
        if (ids.size() > 2 || !ids.stream().allMatch(Optional::isPresent)) {
            throw wrong();
        }
        at = end + 1;
        var first = ids.getFirst().orElseThrow();
        return ids.size() == 1
                ? new Formule.Reponse(first)
                : new Formule.Colonne(first, ids.get(1).orElseThrow());
    }

    private Formule number() {
        int start = at;
        while (at < text.length() && (Character.isDigit(text.charAt(at)) || fraction(start))) {
            at++;
        }
        var number = Numbers.plain(text.substring(start, at));
        if (number == null || at - start > LONGEST_NUMBER) {
            throw wrong();
        }
        return new Formule.Constante(number);
    }

    /** A comma within a number, once, before a digit: else it parts two arguments. */
    private boolean fraction(int start) {
        char c = text.charAt(at);
        var before = text.substring(start, at);
        return (c == ',' || c == '.')
                && before.indexOf(',') < 0
                && before.indexOf('.') < 0
                && at + 1 < text.length()
                && Character.isDigit(text.charAt(at + 1));
    }

    private Formule call() {
        int start = at;
        while (at < text.length() && Character.isLetter(text.charAt(at))) {
            at++;
        }
        var word = NormalName.of(text.substring(start, at)).value();
        var fonction =
                Arrays.stream(Fonction.values())
                        .filter(it -> it.name().equals(word))
                        .findFirst()
                        .orElseThrow(() -> wrong(start));
        expect('(');
        var arguments = arguments();
        if (!fonction.takes(arguments.size()) || !fits(fonction, arguments)) {
            throw wrong(start);
        }
        return new Formule.Appel(fonction, arguments);
    }

    private List<Formule> arguments() {
        var arguments = new ArrayList<Formule>();
        arguments.add(sum());
        while (next(';') || next(',')) {
            at++;
            arguments.add(sum());
        }
        expect(')');
        return arguments;
    }

    /** Days are answers, and rows are those of a repetition: nothing else can be one. */
    private static boolean fits(Fonction fonction, List<Formule> arguments) {
        if (fonction.ofDays()) {
            return arguments.stream().allMatch(Formule.Reponse.class::isInstance);
        }
        return switch (fonction) {
            case SOMME -> arguments.getFirst() instanceof Formule.Colonne;
            case NOMBRE -> arguments.getFirst() instanceof Formule.Reponse;
            default -> arguments.stream().noneMatch(Formule.Colonne.class::isInstance);
        };
    }

    private void expect(char c) {
        if (!next(c)) {
            throw wrong();
        }
        at++;
    }

    private boolean next(char c) {
        blanks();
        return at < text.length() && text.charAt(at) == c;
    }

    private void blanks() {
        while (at < text.length()
                && (Character.isWhitespace(text.charAt(at))
                        || Character.isSpaceChar(text.charAt(at)))) {
            at++;
        }
    }

    private BadJson wrong() {
        return wrong(at);
    }

    private BadJson wrong(int from) {
        return new BadJson(FreeText.shortened(text.substring(Math.min(from, text.length()))));
    }
}
