package fr.socle.kernel;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Comma-separated values (RFC 4180) as spreadsheets of this country write them: comma, semicolon or
 * tab; UTF-8, UTF-16 with its mark, or Windows-1252.
 */
public final class CsvText {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /** What a spreadsheet takes for the beginning of a formula. */
    private static final String FORMULA = "=+-@\t\r";

    private CsvText() {}

    /**
     * The bytes of a file as text, by its mark, else as UTF-8 if it is, else as Windows wrote it.
     */
    public static String decoded(byte[] bytes) {
        if (bytes.length > 1 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xFE) {
            return withoutMark(new String(bytes, StandardCharsets.UTF_16LE));
        }
        if (bytes.length > 1 && (bytes[0] & 0xFF) == 0xFE && (bytes[1] & 0xFF) == 0xFF) {
            return withoutMark(new String(bytes, StandardCharsets.UTF_16BE));
        }
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return withoutMark(text.toString());
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, WINDOWS);
        }
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** The lines with their cells; blank lines are none. */
    public static List<Line> lines(String text) {
        return new Reader(withoutMark(text)).lines();
    }

    public static boolean isFormula(String cell) {
        return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0;
    }

    /** A cell that no spreadsheet computes. */
    public static String cell(String value) {
        var safe = isFormula(value) ? "'" + value : value;
        return safe.matches("(?s).*[\";,\r\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }

    /**
     * A line of the file.
     *
     * @param number of the text's line on which it begins, from 1
     * @param closed false when a quoted cell has no end
     */
    public record Line(int number, List<String> cells, boolean closed) {
        public Line {
            cells = List.copyOf(cells);
        }
    }

    private static final class Reader {

        private final String text;
        private final char separator;
        private int at;
        private int number = 1;
        private boolean closed = true;

        Reader(String text) {
            this.text = text;
            var head = text.lines().findFirst().orElse("");
            this.separator = head.indexOf(';') >= 0 ? ';' : head.indexOf('\t') >= 0 ? '\t' : ',';
        }

        List<Line> lines() {
            var lines = new ArrayList<Line>();
            while (at < text.length()) {
                var line = line();
                if (line.cells().stream().anyMatch(it -> !it.isBlank())) {
                    lines.add(line);
                }
            }
            return lines;
        }

        private Line line() {
            var begins = number;
            var cells = new ArrayList<String>();
            do {
                cells.add(next());
            } while (at < text.length() && text.charAt(at) == separator && at++ >= 0);
            endOfLine();
            return new Line(begins, cells, closed);
        }

        private String next() {
            return at < text.length() && text.charAt(at) == '"' ? quoted() : plain();
        }

        private String plain() {
            int from = at;
            while (at < text.length() && !ends(text.charAt(at))) {
                at++;
            }
            return text.substring(from, at);
        }

        private String quoted() {
            var cell = new StringBuilder();
            at++;
            while (at < text.length()) {
                char c = text.charAt(at++);
                if (c == '"') {
                    if (at >= text.length() || text.charAt(at) != '"') {
                        return cell + plain();
                    }
                    at++;
                }
                number += c == '\n' ? 1 : 0;
                cell.append(c);
            }
            closed = false;
            return cell.toString();
        }

        private boolean ends(char c) {
            return c == separator || c == '\n' || c == '\r';
        }

        private void endOfLine() {
            if (at < text.length() && text.charAt(at) == '\r') {
                at++;
            }
            if (at < text.length() && text.charAt(at) == '\n') {
                at++;
            }
            number++;
        }
    }
}
