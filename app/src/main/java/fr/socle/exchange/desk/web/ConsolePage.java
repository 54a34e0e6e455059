package fr.socle.exchange.desk.web;

import fr.socle.exchange.dataset.DataSet.Field;
import fr.socle.exchange.desk.ProviderLine;
import fr.socle.exchange.provider.ProviderLook;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A provider that is tried.
 *
 * @param free whether somebody else than the test case of the description may be asked about
 * @param look what was seen; null when nothing was asked
 */
public record ConsolePage(ProviderLine line, Form form, boolean free, @Nullable ProviderLook look)
        implements Page {

    public static String named(List<Field> fields) {
        return fields.stream().map(Field::code).collect(Collectors.joining(", "));
    }

    @Override
    public int status() {
        return form.ok() ? 200 : 422;
    }
}
