package fr.socle.pieces.type;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A file's name as its sender gave it, less what is not a name: the path before it and characters
 * that nobody sees. The last extension decides what systems do with the file ({@code
 * facture.pdf.exe} is a program), so only that one is judged.
 */
public record FileName(String value) {

    public static final int LONGEST = 200;

    /** A name, or why it is none. */
    public sealed interface Read {

        record Good(FileName name) implements Read {}

        record Bad(NameFault fault) implements Read {}
    }

    /**
     * @param allowed the media types that may run something and are accepted all the same
     */
    public static Read read(String given, Predicate<String> allowed) {
        if (given.codePoints().anyMatch(FileName::turnsAround)) {
            return new Read.Bad(new NameFault.Deceptive());
        }
        var name = new FileName(clean(given));
        if (name.value.isEmpty()) {
            return new Read.Bad(new NameFault.Missing());
        }
        if (name.value.length() > LONGEST) {
            return new Read.Bad(new NameFault.TooLong(LONGEST));
        }
        return name.runs(allowed)
                ? new Read.Bad(new NameFault.Runs("." + name.extension()))
                : new Read.Good(name);
    }

    /** After the last dot, in lower case; empty when there is none. */
    public String extension() {
        var dot = value.lastIndexOf('.');
        return dot < 0 ? "" : value.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /**
     * The name under which a file of this type is given out: the same, with the type's own
     * extension behind it where the name claims another kind ({@code scan.jpg} that is a PDF leaves
     * as {@code scan.jpg.pdf}).
     */
    public String givenOutAs(String type) {
        return FileKind.ofType(type)
                .filter(kind -> !kind.extensions().isEmpty())
                .filter(kind -> !kind.extensions().contains(extension()))
                .map(kind -> value + "." + kind.extensions().getFirst())
                .orElse(value);
    }

    private boolean runs(Predicate<String> allowed) {
        Optional<FileKind> kind = FileKind.ofExtension(extension());
        return kind.isPresent() && kind.get().runs() && !allowed.test(kind.get().type());
    }

    /** Windows forgets dots and blanks at the end: {@code virus.exe. } would be a program again. */
    private static String clean(String given) {
        var last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        var visible = new StringBuilder();
        last.codePoints().filter(FileName::isVisible).forEach(visible::appendCodePoint);
        return Normalizer.normalize(visible, Normalizer.Form.NFC)
                .replace(':', '_')
                .strip()
                .replaceAll("[. ]+$", "");
    }

    private static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> true;
        };
    }

    /** The embeddings, overrides and isolates of Unicode's bidirectional algorithm (UAX 9). */
    private static boolean turnsAround(int character) {
        return (character >= 0x202A && character <= 0x202E)
                || (character >= 0x2066 && character <= 0x2069);
    }
}
