package fr.socle.exchange.dataset;

import fr.socle.habilitations.spi.DataCatalogue.DataKind;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import tools.jackson.core.JsonToken;

/** Whether a value is written as its kind wants it. */
final class Writing {

    private static final int LONGEST_SCALE = 40;

    private Writing() {}

    static boolean fits(DataKind kind, JsonToken token, String text) {
        if (token.isNumeric() && !isPlain(text)) {
            return false;
        }
        return switch (kind) {
            case TEXT -> token == JsonToken.VALUE_STRING;
            case NUMBER -> token.isNumeric();
            case DATE -> token == JsonToken.VALUE_STRING && isDate(text);
            case FLAG -> token.isBoolean();
            case RECORDS -> true;
        };
    }

    /** 1e99999 written out would fill the memory of whoever reads it. */
    private static boolean isPlain(String number) {
        return number.length() <= 2 * LONGEST_SCALE
                && Math.abs((long) new BigDecimal(number).scale()) <= LONGEST_SCALE;
    }

    private static boolean isDate(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeException notADate) {
            return false;
        }
    }
}
