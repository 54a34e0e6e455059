package fr.socle.avis.observatoire.edition;

import fr.socle.avis.observatoire.indicator.Board;
import fr.socle.avis.observatoire.indicator.Indicator;
import fr.socle.avis.observatoire.indicator.Value;
import fr.socle.avis.observatoire.rgaa.Declaration;
import fr.socle.kernel.CsvText;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A board as open data, under the headers of the Observatoire's quarterly file. Numbers are written
 * with a point, a missing value by the Observatoire's own words.
 */
public final class OpenData {

    public static final List<String> HEADERS =
            List.of(
                    "Nom_Demarche",
                    "ID_Demarche",
                    "Perimetre_ministeriel_(AC/SG)",
                    "Ministere_politique",
                    "Ref_Administration",
                    "Statut_En_ligne",
                    "Categories_Usagers",
                    "Volumetrie_Totale",
                    "Volumetrie_En_Ligne",
                    "pct_Recours_au_Numerique",
                    "Note_Satisfaction",
                    "Prise_en_compte_Handicap",
                    "Taux_Audit_RGAA",
                    "Date_Publication_Declaration",
                    "Note_Clarte_Langage",
                    "Niveau_Autonomie",
                    "Aide_Joignable",
                    "Aide_Efficace",
                    "FranceConnect",
                    "Score_DLNUF",
                    "Taux_Dispo",
                    "Tps_Moy_Chargement",
                    "URL_Demarche");

    private static final String NOTHING = Value.Why.UNKNOWN.word();

    private OpenData() {}

    /** The cells of one line, in the order of the headers. */
    public static List<String> cells(Board.Line line) {
        var facts = line.demarche().facts();
        return List.of(
                facts.name(),
                line.demarche().id().toString(),
                NOTHING,
                facts.ministere().isEmpty() ? NOTHING : facts.ministere(),
                facts.administration(),
                written(line, Indicator.ONLINE),
                facts.audiences().isEmpty() ? NOTHING : String.join(";", facts.audiences()),
                number(facts.volume()),
                number(line.volumeOnline()),
                written(line, Indicator.USAGE),
                written(line, Indicator.SATISFACTION),
                handicap(line),
                written(line, Indicator.HANDICAP),
                line.declaredOn() == null ? NOTHING : line.declaredOn().toString(),
                written(line, Indicator.SIMPLICITY),
                written(line, Indicator.HELP_USED),
                written(line, Indicator.HELP_REACHABLE),
                written(line, Indicator.HELP_EFFICIENT),
                written(line, Indicator.AUTH),
                written(line, Indicator.DLNUF),
                written(line, Indicator.UPTIME),
                written(line, Indicator.PERFORMANCE),
                facts.address().isEmpty() ? NOTHING : facts.address());
    }

    /** RFC 4180 with semicolons and the mark by which spreadsheets know UTF-8. */
    public static String csv(Board board) {
        return Stream.concat(Stream.of(HEADERS), board.lines().stream().map(OpenData::cells))
                .map(it -> it.stream().map(OpenData::cell).collect(Collectors.joining(";")))
                .collect(Collectors.joining("\r\n", "\uFEFF", "\r\n"));
    }

    private static String cell(String value) {
        return CsvText.cell(value);
    }

    private static String written(Board.Line line, Indicator indicator) {
        return line.value(indicator).written();
    }

    private static String handicap(Board.Line line) {
        return switch (line.value(Indicator.HANDICAP)) {
            case Value.Measured(var rate, _) -> Declaration.stateOf(rate).word();
            case Value.Said(var word, _) -> word;
            case Value.Missing(var why) -> why.word();
        };
    }

    private static String number(@Nullable Long value) {
        return value == null ? NOTHING : value.toString();
    }
}
