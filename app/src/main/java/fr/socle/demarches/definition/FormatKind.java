package fr.socle.demarches.definition;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import fr.socle.kernel.Parsed;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Lines in a form of their own. Patterns are RE2's: no text makes one slow. */
final class FormatKind implements Kind<Format> {

    private static final int LONGEST = 400;
    private static final int LONGEST_PATTERN = 1000;
    private static final int KEPT = 500;
    private static final ConcurrentHashMap<String, Optional<Pattern>> COMPILED =
            new ConcurrentHashMap<>();

    @Override
    public String code() {
        return "format";
    }

    @Override
    public Format usual() {
        return new Format(true, true, false, 1, 100, "", "", "");
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                new Setting.Flag("letters", "letters"),
                new Setting.Flag("digits", "digits"),
                new Setting.Flag("signs", "signs"),
                new Setting.Whole("min", "min-length", 0, LONGEST),
                new Setting.Whole("max", "max-length", 1, LONGEST),
                new Setting.Line("pattern", "pattern", LONGEST_PATTERN),
                new Setting.Line("example", "example", LONGEST),
                new Setting.Line("message", "message", LONGEST));
    }

    @Override
    public void tell(Format type, Settings settings) {
        settings.put("letters", type.letters()).put("digits", type.digits());
        settings.put("signs", type.signs()).put("min", type.min()).put("max", type.max());
        settings.put("pattern", type.pattern()).put("example", type.example());
        settings.put("message", type.message());
    }

    @Override
    public Format with(Format present, Settings settings) {
        return new Format(
                settings.flag("letters"),
                settings.flag("digits"),
                settings.flag("signs"),
                settings.whole("min"),
                settings.whole("max"),
                settings.text("pattern"),
                settings.text("example"),
                settings.text("message"));
    }

    @Override
    public void check(Format type, Faults faults) {
        faults.between("max", type.max(), 1, LONGEST);
        faults.refuse(type.min() > type.max(), "max", "bounds");
        boolean free = type.pattern().isEmpty();
        faults.refuse(
                free && !type.letters() && !type.digits() && !type.signs(),
                "letters",
                "format.nothing");
        faults.refuse(!free && pattern(type).isEmpty(), "pattern", "format.pattern");
        faults.refuse(
                !type.example().isEmpty()
                        && pattern(type).isPresent()
                        && !fits(type, type.example()),
                "example",
                "format.example");
        faults.warn(!free && type.example().isEmpty(), "example", "format.example.missing");
    }

    @Override
    public Parsed<Valeur> read(Format type, Typed typed) {
        var text = typed.part("");
        int length = text.codePointCount(0, text.length());
        if (length < type.min()) {
            return Parsed.invalid("demarches.saisie.format.short", type.min());
        }
        if (text.indexOf('\n') >= 0) {
            return Parsed.invalid("demarches.saisie.one-line");
        }
        return switch (FreeText.check(text, type.max())) {
            case Parsed.Invalid<String>(var refusal) -> new Parsed.Invalid<>(refusal);
            case Parsed.Valid<String>(var line) ->
                    fits(type, line) ? Parsed.valid(new Valeur.Texte(line)) : refused(type, line);
        };
    }

    private static Parsed<Valeur> refused(Format type, String line) {
        if (!type.message().isEmpty()) {
            return Parsed.invalid("demarches.saisie.format.own", type.message());
        }
        return type.example().isEmpty()
                ? Parsed.invalid("demarches.saisie.format", FreeText.shortened(line))
                : Parsed.invalid(
                        "demarches.saisie.format.like", FreeText.shortened(line), type.example());
    }

    private static boolean fits(Format type, String text) {
        if (!type.pattern().isEmpty()) {
            return pattern(type).filter(it -> it.matches(text)).isPresent();
        }
        return text.codePoints().allMatch(it -> allowed(type, it));
    }

    private static boolean allowed(Format type, int c) {
        if (Character.isLetter(c)) {
            return type.letters();
        }
        return Character.isDigit(c) ? type.digits() : type.signs();
    }

    /** Empty when it is no pattern. */
    private static Optional<Pattern> pattern(Format type) {
        if (COMPILED.size() > KEPT) {
            COMPILED.clear();
        }
        return COMPILED.computeIfAbsent(type.pattern(), FormatKind::compiled);
    }

    private static Optional<Pattern> compiled(String written) {
        try {
            return Optional.of(Pattern.compile(written));
        } catch (PatternSyntaxException notAPattern) {
            return Optional.empty();
        }
    }
}
