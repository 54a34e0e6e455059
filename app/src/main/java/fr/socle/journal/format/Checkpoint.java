package fr.socle.journal.format;

import fr.socle.journal.Hash;

/** What a log says of itself at one size (c2sp.org/tlog-checkpoint), without extension lines. */
public record Checkpoint(String origin, long size, Hash root) {

    /** The three lines that are signed. */
    public String text() {
        return origin + "\n" + size + "\n" + root.base64() + "\n";
    }

    /**
     * @throws IllegalArgumentException unless the text is a checkpoint in its one form
     */
    public static Checkpoint parse(String text) {
        var lines = text.split("\n", -1);
        if (lines.length != 4 || lines[0].isEmpty()) {
            throw new IllegalArgumentException("a checkpoint has three lines");
        }
        var checkpoint =
                new Checkpoint(lines[0], size(lines[1]), Hash.of(Base64Strict.decode(lines[2])));
        if (!checkpoint.text().equals(text)) {
            throw new IllegalArgumentException("not the one form of this checkpoint");
        }
        return checkpoint;
    }

    private static long size(String line) {
        try {
            var size = Long.parseLong(line);
            if (size < 0) {
                throw new IllegalArgumentException("a size is not negative");
            }
            return size;
        } catch (NumberFormatException wrong) {
            throw new IllegalArgumentException("not a size: " + line, wrong);
        }
    }
}
