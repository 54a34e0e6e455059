package fr.socle.habilitations.web;

import fr.socle.habilitations.formulaire.Bloc;
import fr.socle.habilitations.spi.DataCatalogue.DataSet;
import fr.socle.ui.Frame;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Option;
import java.util.Arrays;
import java.util.List;

/**
 * What one kind of data asks.
 *
 * @param version the one that the form changes
 * @param stale whether someone else changed it meanwhile
 */
public record FormulairePage(DataSet set, Form form, long version, boolean done, boolean stale)
        implements Page {

    public static List<Option> blocs(Frame frame) {
        return Arrays.stream(Bloc.values())
                .map(it -> Option.of(it.code(), frame.t("habilitations.bloc." + it.code())))
                .toList();
    }

    @Override
    public int status() {
        return stale ? 409 : form.ok() ? 200 : 422;
    }
}
