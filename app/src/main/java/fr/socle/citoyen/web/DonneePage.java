package fr.socle.citoyen.web;

import fr.socle.citoyen.donnees.MesDonnees.Offre;
import fr.socle.exchange.Answer;
import fr.socle.habilitations.spi.DataCatalogue.DataField;
import fr.socle.ui.Frame;
import fr.socle.ui.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one provider answered about the person or company that looks. */
public record DonneePage(Whose whose, Offre offre, Answer answer) implements Page {

    @Override
    public int status() {
        return switch (answer) {
            case Answer.Released _, Answer.NotFound _ -> 200;
            case Answer.Refused _ -> 403;
            case Answer.Unavailable _ -> 503;
        };
    }

    /** When the provider says that it was true; null when it gave nothing. */
    public @Nullable Instant sourceTime() {
        return answer instanceof Answer.Released it ? it.sourceTime() : null;
    }

    /** By label, in the order of the data set; what the provider does not know is told as such. */
    public Map<String, String> facts(Frame frame) {
        var values = answer instanceof Answer.Released it ? it.values() : Map.<String, String>of();
        var facts = new LinkedHashMap<String, String>();
        for (var field : offre.fields()) {
            facts.put(
                    frame.words().orItself(field.label()),
                    told(frame, field, values.get(field.code())));
        }
        return facts;
    }

    /** Why nothing came: the end of a message's key. */
    public String nothing() {
        return switch (answer) {
            case Answer.Released _ -> "";
            case Answer.NotFound(_, var several) -> several ? "several" : "unknown";
            case Answer.Refused _ -> "refused";
            case Answer.Unavailable _ -> "unavailable";
        };
    }

    private static String told(Frame frame, DataField field, @Nullable String value) {
        if (value == null) {
            return frame.t("citoyen.donnees.absent");
        }
        return switch (field.kind()) {
            case FLAG -> frame.t(value.equals("true") ? "ui.yes" : "ui.no");
            case DATE -> day(frame, value);
            case TEXT, NUMBER, RECORDS -> value;
        };
    }

    private static String day(Frame frame, String value) {
        try {
            return frame.words().day(LocalDate.parse(value));
        } catch (DateTimeParseException _) {
            return value;
        }
    }
}
