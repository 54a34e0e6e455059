package fr.socle.demarches.web.builder;

import fr.socle.demarches.builder.Demarche;
import fr.socle.demarches.builder.RevisionChange;
import fr.socle.demarches.definition.Champ;
import fr.socle.demarches.definition.Definition;
import fr.socle.demarches.definition.Problem;
import fr.socle.ui.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a draft, in order, each with what is wrong with it.
 *
 * @param last the last change, which may be taken back; null: there is none
 */
public record EditorPage(
        Demarche demarche,
        List<Problem> problems,
        @Nullable List<RevisionChange> last,
        @Nullable String done)
        implements Page {

    public Definition draft() {
        return demarche.fiche().draft();
    }

    public List<Problem> of(Champ champ) {
        return problems.stream().filter(it -> champ.id().equals(it.champ())).toList();
    }

    /** Of the form as a whole and of the presentation. */
    public List<Problem> general() {
        return problems.stream().filter(it -> it.champ() == null).toList();
    }

    public long blocking() {
        return problems.stream().filter(Problem::blocking).count();
    }
}
