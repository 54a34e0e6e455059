package fr.socle.demarches.graphql.token;

import fr.socle.demarches.builder.Demarche;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Option;
import java.util.List;

/** Makes a token. */
public record JetonFormPage(Form form, List<Demarche> demarches) implements Page {

    @Override
    public int status() {
        return form.ok() ? 200 : 422;
    }

    public List<Option> options() {
        return demarches.stream()
                .map(it -> Option.of(it.id().toString(), it.fiche().facts().title()))
                .toList();
    }
}
