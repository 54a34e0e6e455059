package fr.socle.exchange.desk.web;

import fr.socle.exchange.desk.DataSetReading;
import fr.socle.exchange.desk.ProviderLine;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import org.jspecify.annotations.Nullable;

/**
 * What a provider gives and where, being written.
 *
 * @param line as it is; null for one that is new
 * @param stale somebody else changed it meanwhile
 */
public record DescriptionPage(@Nullable ProviderLine line, Form form, boolean stale)
        implements Page {

    public static DescriptionPage fresh(Form form) {
        return new DescriptionPage(null, form, false);
    }

    public long version() {
        return line == null || (!stale && form.version() >= 0) ? form.version() : line.version();
    }

    public String action() {
        return line == null
                ? Asked.HOME + "/nouveau/description"
                : Asked.ONE + line.code() + "/description";
    }

    public int lines() {
        return DataSetReading.count(form);
    }

    /** The name of a member of a line. */
    public static String name(int line, String member) {
        return DataSetReading.SET + "fields." + line + "." + member;
    }

    /** How high the field of pointers is. */
    public int rows(int line) {
        var typed = form.typed(name(line, "pointers"));
        return (int) Math.clamp(typed.lines().count(), 2L, 8L);
    }

    @Override
    public int status() {
        return stale ? 409 : form.ok() ? 200 : 422;
    }
}
