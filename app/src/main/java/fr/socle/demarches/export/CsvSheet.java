package fr.socle.demarches.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * RFC 4180 with semicolons, which French spreadsheet programs expect, and a byte order mark. A text
 * that such a program would compute begins with an apostrophe.
 */
final class CsvSheet implements Sheet {

    /** What makes a formula of a text, in the forms of full width too. */
    private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private final Writer out;

    CsvSheet(OutputStream out, Export export) throws IOException {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        this.out.write('\uFEFF');
        line(List.copyOf(export.headings()));
    }

    @Override
    public void line(List<Object> cells) throws IOException {
        out.write(cells.stream().map(CsvSheet::cell).collect(Collectors.joining(";")));
        out.write("\r\n");
    }

    @Override
    public void close() throws IOException {
        out.flush();
    }

    /** Numbers have a comma, as the French write them. */
    static String cell(Object value) {
        if (value instanceof Number number) {
            return new BigDecimal(number.toString()).toPlainString().replace('.', ',');
        }
        var text = value.toString();
        var safe = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.chars().anyMatch(it -> ";\"\r\n".indexOf(it) >= 0)
                ? '"' + safe.replace("\"", "\"\"") + '"'
                : safe;
    }
}
