package fr.socle.avis.observatoire.web;

import fr.socle.avis.observatoire.indicator.Indicator;
import fr.socle.avis.observatoire.indicator.Level;
import fr.socle.avis.observatoire.indicator.Value;
import fr.socle.avis.observatoire.listing.Online;
import fr.socle.avis.observatoire.listing.SignIn;
import fr.socle.ui.Frame;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** Values as people read them, in the language of the page. */
public final class Cells {

    private static final Map<String, String> WORDS = words();

    private Cells() {}

    private static Map<String, String> words() {
        var keys = new HashMap<String, String>();
        for (var it : SignIn.values()) {
            keys.put(it.word(), "avis.connexion." + it.code());
        }
        for (var it : Online.values()) {
            keys.put(it.word(), "avis.en-ligne." + it.code());
        }
        return keys;
    }

    /** In a table: as short as can be, with the sign of its level. */
    public static String brief(Frame frame, Indicator indicator, Value value) {
        return switch (value) {
            case Value.Missing(var why) -> frame.t("avis.manque." + why.code() + ".court");
            case Value.Measured(var number, var level) ->
                    number(frame, indicator, number) + sign(level);
            case Value.Said(var word, var level) -> word(frame, word) + sign(level);
        };
    }

    /** In a sentence. */
    public static String text(Frame frame, Indicator indicator, Value value) {
        return switch (value) {
            case Value.Missing(var why) -> frame.t("avis.manque." + why.code());
            case Value.Said(var word, _) -> word(frame, word);
            case Value.Measured(var number, _) ->
                    indicator.unit() == Indicator.Unit.OUT_OF_TEN
                            ? frame.t("avis.out-of-ten", decimal(frame, number))
                            : number(frame, indicator, number);
        };
    }

    /** How the Observatoire reads it; empty for what is not judged. */
    public static String level(Frame frame, Value value) {
        return value.judged() ? frame.t("avis.niveau." + value.level().code()) : "";
    }

    /** The colour of a {@code tag}. */
    public static String kind(Level level) {
        return switch (level) {
            case GOAL -> "good";
            case INSUFFICIENT -> "warn";
            case CRITICAL -> "bad";
            case NEUTRAL -> "plain";
        };
    }

    public static String decimal(Frame frame, BigDecimal number) {
        var plain = number.toPlainString();
        return frame.words().language().equals("fr") ? plain.replace('.', ',') : plain;
    }

    private static String number(Frame frame, Indicator indicator, BigDecimal number) {
        var plain = decimal(frame, number);
        return switch (indicator.unit()) {
            case OUT_OF_TEN, COUNT, WORD -> plain;
            case PERCENT -> plain + "\u00A0%";
            case SECONDS -> plain + "\u00A0s";
        };
    }

    /** A word of the published files has a translation; what else was written is told as it is. */
    private static String word(Frame frame, String word) {
        var key = WORDS.get(word);
        return key == null ? word : frame.t(key);
    }

    /** Because a colour alone tells nothing to some. */
    private static String sign(Level level) {
        return switch (level) {
            case GOAL -> "\u00A0✓";
            case INSUFFICIENT -> "\u00A0≈";
            case CRITICAL -> "\u00A0✗";
            case NEUTRAL -> "";
        };
    }
}
