package fr.socle.demarches.web.builder;

import fr.socle.demarches.definition.Options;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table as text: a line of columns, then one line each, parted by semicolons or tabs. The first
 * column is the code, the second the name, the others are kept beside. Quotes around a cell go.
 */
final class TableText {

    private TableText() {}

    static Options read(String text) {
        var lines = text.lines().filter(it -> !it.isBlank()).toList();
        if (lines.isEmpty()) {
            return Options.of(List.of());
        }
        var columns = cells(lines.getFirst());
        var rows = new ArrayList<Options.Option>();
        lines.stream().skip(1).forEach(it -> rows.add(row(columns, cells(it))));
        return new Options(rows);
    }

    static String write(Options rows) {
        var columns = new LinkedHashSet<String>();
        rows.all().forEach(it -> columns.addAll(it.details().keySet()));
        var lines = new ArrayList<String>();
        if (rows.size() > 0) {
            lines.add(line(List.of("code", "nom"), List.copyOf(columns)));
        }
        for (var row : rows.all()) {
            var details = columns.stream().map(it -> row.details().getOrDefault(it, "")).toList();
            lines.add(line(List.of(row.id(), row.label()), details));
        }
        return String.join("\n", lines);
    }

    private static String line(List<String> first, List<String> others) {
        return String.join(";", first)
                + others.stream().map(it -> ";" + it).collect(Collectors.joining());
    }

    private static Options.Option row(List<String> columns, List<String> cells) {
        var details = new LinkedHashMap<String, String>();
        for (int i = 2; i < Math.min(columns.size(), cells.size()); i++) {
            if (!cells.get(i).isEmpty()) {
                details.put(columns.get(i), cells.get(i));
            }
        }
        var code = cells.getFirst();
        return new Options.Option(code, cells.size() > 1 ? cells.get(1) : code, details);
    }

    private static List<String> cells(String line) {
        var cells = new ArrayList<String>();
        for (var cell : line.split("[;\t]", -1)) {
            var text = cell.strip();
            boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
            cells.add(quoted ? text.substring(1, text.length() - 1).replace("\"\"", "\"") : text);
        }
        return cells;
    }
}
