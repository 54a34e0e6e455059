package fr.socle.identity.web;

import fr.socle.identity.sso.Agreement;
import fr.socle.ui.Frame;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import java.time.LocalDate;
import java.util.List;

/**
 * What is about to be shared. Nothing has left yet.
 *
 * @param agreement whether this informs, or needs a tick
 * @param data what the service gets: a message key and the value, ready to be shown
 * @param checked whether the register of civil status confirmed who this is
 * @param code by which the person names this sign-in when they report a fraud
 */
public record ConsentPage(
        Form form,
        Agreement agreement,
        String service,
        String organisation,
        List<Datum> data,
        String provider,
        boolean checked,
        String code,
        String accept,
        String refuse)
        implements Page {

    public static final String AGREED = "accord";

    /** How a value is written. */
    public enum Writing {
        AS_IT_IS,
        /** The key of a word in the reader's language. */
        WORD,
        /** A date, as ISO 8601 has it. */
        DAY
    }

    /** One thing that is shared. */
    public record Datum(String label, String value, Writing writing) {

        public String shown(Frame frame) {
            return switch (writing) {
                case AS_IT_IS -> value;
                case WORD -> frame.t(value);
                case DAY -> frame.words().day(LocalDate.parse(value));
            };
        }
    }

    public ConsentPage {
        data = List.copyOf(data);
    }

    @Override
    public int status() {
        return form.ok() ? 200 : 422;
    }

    /** Whether the person must know that nobody but the provider vouches for what is shared. */
    public boolean mustTellUnchecked() {
        return !checked && !data.isEmpty();
    }

    public boolean needsTick() {
        return agreement == Agreement.CONSENT;
    }
}
