package fr.socle.demarches.definition;

import fr.socle.demarches.definition.ChoixLies.Branche;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the lines of two linked lists. What stands before the first heading belongs to none. */
final class LinkedLines {

    private final Map<String, List<String>> branches = new LinkedHashMap<>();
    private List<String> open = new ArrayList<>();

    void line(String written) {
        var line = written.strip();
        if (line.length() > 4 && line.startsWith("--") && line.endsWith("--")) {
            var head = line.substring(2, line.length() - 2).strip();
            open = branches.computeIfAbsent(head, _ -> new ArrayList<>());
        } else if (!line.isEmpty() && branches.isEmpty()) {
            branches.put(line, new ArrayList<>());
        } else if (!line.isEmpty() && !open.contains(line)) {
            open.add(line);
        }
    }

    List<Branche> branches() {
        return branches.entrySet().stream()
                .map(it -> new Branche(it.getKey(), it.getValue()))
                .toList();
    }
}
