package fr.socle.avis.observatoire.listing;

import fr.socle.avis.observatoire.listing.ListedDemarche.Facts;
import fr.socle.directory.OrganisationId;
import fr.socle.house.OutsideHttp;
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
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads a file of procedures under the headers of the Observatoire's own open data, and says line
 * by line what would be done and what is wrong. What is measured here is read over.
 */
@Component
public class ListedFile {

    public static final int MOST_LINES = 1000;
    public static final int MOST_CHARACTERS = 500_000;

    /** What a file may declare, in the order of the model. */
    public static final List<String> DECLARED =
            List.of(
                    "Nom_Demarche",
                    "URL_Demarche",
                    "Ref_Administration",
                    "Ministere_politique",
                    "Statut_En_ligne",
                    "Categories_Usagers",
                    "Volumetrie_Totale",
                    "Volumetrie_En_Ligne",
                    "FranceConnect",
                    "Score_DLNUF",
                    "ID_Client");

    private static final Set<String> NEEDED =
            Set.of(ListedForm.NAME, ListedForm.ADMINISTRATION, ListedForm.ONLINE);

    /** Of the published files: measured, or derived from what is declared. */
    private static final Set<String> READ_OVER =
            Set.of(
                    "id_demarche",
                    "perimetre_ministeriel_(ac/sg)",
                    "pct_recours_au_numerique",
                    "note_satisfaction",
                    "prise_en_compte_handicap",
                    "taux_audit_rgaa",
                    "date_publication_declaration",
                    "note_clarte_langage",
                    "niveau_autonomie",
                    "aide_joignable",
                    "aide_efficace",
                    "taux_dispo",
                    "tps_moy_chargement");

    /** UTF-8 that was once taken for Latin letters, or a letter that could not be read at all. */
    private static final Pattern GARBLED = Pattern.compile("[ÃÂ][\\x{80}-\\x{BF}]|â€|\\x{FFFD}");

    private final Listings listings;
    private final OutsideHttp http;

    ListedFile(Listings listings, OutsideHttp http) {
        this.listings = listings;
        this.http = http;
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
     * @param facts null when something is wrong
     * @param fresh whether the procedure would be new
     */
    public record Checked(
            int number, String name, @Nullable Facts facts, boolean fresh, List<Fault> faults) {

        public Checked {
            faults = List.copyOf(faults);
        }
    }

    /**
     * The whole file.
     *
     * @param wrong what is wrong with the file itself; then there are no lines
     * @param readOver columns that a file cannot declare
     */
    public record Report(@Nullable Refusal wrong, List<String> readOver, List<Checked> lines) {

        public Report {
            readOver = List.copyOf(readOver);
            lines = List.copyOf(lines);
        }

        /** Whether everything may be written. */
        public boolean sound() {
            return wrong == null && faulty() == 0;
        }

        public long faulty() {
            return lines.stream().filter(it -> it.facts() == null).count();
        }

        /** What would be written; all of it or nothing. */
        public List<Facts> facts() {
            var all = new ArrayList<Facts>();
            for (var it : lines) {
                var facts = it.facts();
                if (facts != null) {
                    all.add(facts);
                }
            }
            return all;
        }
    }

    /** Reads; writes nothing. */
    public Report check(OrganisationId owner, String text) {
        if (text.length() > MOST_CHARACTERS) {
            return broken("avis.import.too-long", MOST_CHARACTERS);
        }
        if (text.indexOf('\0') >= 0) {
            return broken("avis.import.not-text");
        }
        var lines = CsvText.lines(text);
        if (lines.size() < 2) {
            return broken("avis.import.empty");
        }
        if (lines.size() - 1 > MOST_LINES) {
            return broken("avis.import.too-many", MOST_LINES);
        }
        if (!lines.getLast().closed()) {
            return broken("avis.import.quote");
        }
        var head = lines.getFirst().cells().stream().map(ListedFile::column).toList();
        return wrongHead(head)
                .map(it -> new Report(it, List.of(), List.of()))
                .orElseGet(() -> checked(owner, head, lines));
    }

    private static String column(String cell) {
        return cell.strip().toLowerCase(Locale.ROOT);
    }

    private static Report broken(String key, Object... about) {
        return new Report(Refusal.of(key, about), List.of(), List.of());
    }

    private static Optional<Refusal> wrongHead(List<String> head) {
        var seen = new HashSet<String>();
        for (var column : head) {
            if (!READ_OVER.contains(column)
                    && DECLARED.stream().noneMatch(it -> it.equalsIgnoreCase(column))) {
                var known = String.join(", ", DECLARED);
                return Optional.of(Refusal.of("avis.import.column", column, known));
            }
            if (!seen.add(column)) {
                return Optional.of(Refusal.of("avis.import.column-twice", column));
            }
        }
        return NEEDED.stream()
                .sorted()
                .filter(it -> !seen.contains(it))
                .findFirst()
                .map(it -> Refusal.of("avis.import.column-missing", it));
    }

    private Report checked(OrganisationId owner, List<String> head, List<Line> lines) {
        var seen = new HashMap<String, Integer>();
        return new Report(
                null,
                head.stream().filter(READ_OVER::contains).toList(),
                lines.stream().skip(1).map(it -> checked(owner, head, it, seen)).toList());
    }

    private Checked checked(
            OrganisationId owner, List<String> head, Line line, Map<String, Integer> seen) {
        var cells = line.cells();
        if (cells.size() != head.size()) {
            var why = Refusal.of("avis.import.cells", cells.size(), head.size());
            return new Checked(line.number(), "", null, false, List.of(new Fault("", why)));
        }
        var typed = typed(head, cells);
        var form = Form.blank(typed);
        typed.forEach((column, cell) -> rejectWhatNobodyMeant(form, column, cell));
        var name = typed.getOrDefault(ListedForm.NAME, "");
        var key = name + "\n" + typed.getOrDefault(ListedForm.ADMINISTRATION, "");
        var before = seen.putIfAbsent(key.toLowerCase(Locale.ROOT), line.number());
        if (before != null && !name.isEmpty()) {
            form.reject(ListedForm.NAME, Refusal.of("avis.import.twice", before));
        }
        var facts = form.ok() ? ListedForm.read(form, http::isClosed) : Optional.<Facts>empty();
        return new Checked(
                line.number(),
                name,
                facts.orElse(null),
                facts.flatMap(it -> listings.find(owner, it)).isEmpty(),
                form.errors().stream().map(it -> new Fault(it.field(), it.refusal())).toList());
    }

    private static Map<String, String> typed(List<String> head, List<String> cells) {
        var typed = new HashMap<String, String>();
        for (int i = 0; i < head.size(); i++) {
            var cell = cells.get(i).strip();
            if (!cell.isEmpty() && !cell.equals("–") && !READ_OVER.contains(head.get(i))) {
                typed.put(head.get(i), cell);
            }
        }
        return typed;
    }

    /** A formula that a spreadsheet would compute, letters that were read in another alphabet. */
    private static void rejectWhatNobodyMeant(Form form, String column, String cell) {
        if (CsvText.isFormula(cell)) {
            form.reject(column, Refusal.of("avis.import.formula", cell.substring(0, 1)));
        }
        if (GARBLED.matcher(cell).find()) {
            form.reject(column, Refusal.of("avis.import.encoding"));
        }
    }
}
