package fr.socle.avis.web;

import fr.socle.avis.store.AnswerStore.Said;
import fr.socle.kernel.CsvText;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The opinions of a month for a spreadsheet, under the field codes of Je donne mon avis: RFC 4180
 * with semicolons, and the mark by which spreadsheets know UTF-8. No cell is a formula.
 */
final class OpinionFile {

    static final List<String> HEADERS =
            List.of(
                    "mois",
                    "sorte",
                    "satisfaction",
                    "comprehension",
                    "contact_tried",
                    "contact_reached",
                    "contact_satisfaction",
                    "verbatim");

    private OpinionFile() {}

    static String csv(YearMonth month, List<Said> opinions) {
        return Stream.concat(Stream.of(HEADERS), opinions.stream().map(it -> cells(month, it)))
                .map(it -> it.stream().map(CsvText::cell).collect(Collectors.joining(";")))
                .collect(Collectors.joining("\r\n", "\uFEFF", "\r\n"));
    }

    private static List<String> cells(YearMonth month, Said said) {
        return List.of(
                month.toString(),
                said.kind().code(),
                said.satisfaction(),
                orNothing(said.clarity()),
                said.tried(),
                said.reached() == null ? "" : said.reached() ? "oui" : "non",
                orNothing(said.help()),
                said.verbatim());
    }

    private static String orNothing(@Nullable String code) {
        return code == null ? "" : code;
    }
}
