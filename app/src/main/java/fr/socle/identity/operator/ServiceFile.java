package fr.socle.identity.operator;

import fr.socle.identity.federation.Federations;
import fr.socle.kernel.CsvText;
import fr.socle.kernel.CsvText.Line;
import fr.socle.kernel.Refusal;
import fr.socle.ui.form.Form;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a file of services, and says line by line what would be done and what is wrong. */
@Component
public class ServiceFile {

    public static final int MOST_LINES = 1000;
    public static final int MOST_CHARACTERS = 500_000;

    private static final Set<String> NEEDED =
            Set.of("client_id", "federation", "name", "organisation", "redirect_uris", "scope");

    private final ServiceDesk services;
    private final Federations federations;

    ServiceFile(ServiceDesk services, Federations federations) {
        this.services = services;
        this.federations = federations;
    }

    /**
     * What is wrong in one line.
     *
     * @param column its name; empty when the whole line is meant
     */
    public record Fault(String column, Refusal why) {}

    /**
     * One line.
     *
     * @param number in the file, from 1
     * @param draft null when something is wrong
     * @param fresh whether the service would be new
     */
    public record Checked(
            int number,
            String clientId,
            @Nullable ServiceDraft draft,
            boolean fresh,
            List<Fault> faults) {

        public Checked {
            faults = List.copyOf(faults);
        }
    }

    /**
     * The whole file.
     *
     * @param wrong what is wrong with the file itself; then there are no lines
     */
    public record Report(@Nullable Refusal wrong, List<Checked> lines) {

        public Report {
            lines = List.copyOf(lines);
        }

        /** Whether everything may be written. */
        public boolean sound() {
            return wrong == null && lines.stream().allMatch(it -> it.draft() != null);
        }

        public long faulty() {
            return lines.stream().filter(it -> it.draft() == null).count();
        }

        /** What would be written; all of it or nothing. */
        public List<ServiceDraft> drafts() {
            var drafts = new ArrayList<ServiceDraft>();
            for (var it : lines) {
                var draft = it.draft();
                if (draft != null) {
                    drafts.add(draft);
                }
            }
            return drafts;
        }
    }

    /** Reads; writes nothing. */
    public Report check(String text) {
        if (text.length() > MOST_CHARACTERS) {
            return broken("identity.import.too-long", MOST_CHARACTERS);
        }
        if (text.indexOf('\0') >= 0) {
            return broken("identity.import.not-text");
        }
        var lines = CsvText.lines(text);
        if (lines.size() < 2) {
            return broken("identity.import.empty");
        }
        if (lines.size() - 1 > MOST_LINES) {
            return broken("identity.import.too-many", MOST_LINES);
        }
        if (!lines.getLast().closed()) {
            return broken("identity.import.quote");
        }
        var head = lines.getFirst().cells().stream().map(ServiceFile::column).toList();
        var wrong = wrongHead(head);
        return wrong.map(it -> new Report(it, List.of()))
                .orElseGet(() -> new Report(null, checked(head, lines)));
    }

    private static String column(String cell) {
        return cell.strip().toLowerCase(Locale.ROOT);
    }

    private static Report broken(String key, Object... about) {
        return new Report(Refusal.of(key, about), List.of());
    }

    private static Optional<Refusal> wrongHead(List<String> head) {
        var seen = new HashSet<String>();
        for (var column : head) {
            if (!ServiceDraft.MEMBERS.contains(column)) {
                var known = String.join(", ", ServiceDraft.MEMBERS);
                return Optional.of(Refusal.of("identity.import.column", column, known));
            }
            if (!seen.add(column)) {
                return Optional.of(Refusal.of("identity.import.column-twice", column));
            }
        }
        return NEEDED.stream()
                .sorted()
                .filter(it -> !seen.contains(it))
                .findFirst()
                .map(it -> Refusal.of("identity.import.column-missing", it));
    }

    private List<Checked> checked(List<String> head, List<Line> lines) {
        var seen = new HashMap<String, Integer>();
        return lines.stream().skip(1).map(it -> checked(head, it, seen)).toList();
    }

    private Checked checked(List<String> head, Line line, Map<String, Integer> seen) {
        var cells = line.cells();
        if (cells.size() != head.size()) {
            var why = Refusal.of("identity.import.cells", cells.size(), head.size());
            return new Checked(line.number(), "", null, false, List.of(new Fault("", why)));
        }
        var typed = new HashMap<String, String>();
        for (int i = 0; i < head.size(); i++) {
            typed.put(head.get(i), cells.get(i).strip());
        }
        typed.values().removeIf(String::isEmpty);
        var form = Form.blank(typed);
        typed.forEach(
                (column, cell) -> {
                    if (CsvText.isFormula(cell)) {
                        form.reject(column, Refusal.of("identity.import.formula", cell.charAt(0)));
                    }
                });
        var draft =
                form.ok() ? ServiceDraft.read(form, federations) : Optional.<ServiceDraft>empty();
        var id = typed.getOrDefault("client_id", "");
        var before = seen.putIfAbsent(id, line.number());
        if (before != null && !id.isEmpty()) {
            form.reject("client_id", Refusal.of("identity.import.twice", id, before));
        }
        draft.flatMap(services::conflict).ifPresent(it -> form.reject("client_id", it));
        return new Checked(
                line.number(),
                id,
                form.ok() ? draft.orElse(null) : null,
                services.find(id).isEmpty(),
                form.errors().stream().map(it -> new Fault(it.field(), it.refusal())).toList());
    }
}
