package fr.socle.demarches.web.builder;

import fr.socle.demarches.builder.Demarche;
import fr.socle.demarches.definition.Champ;
import fr.socle.demarches.definition.ChampId;
import fr.socle.demarches.definition.Definition;
import fr.socle.demarches.definition.Essai;
import fr.socle.demarches.definition.Essais;
import fr.socle.demarches.definition.Valeur;
import fr.socle.demarches.definition.Visibility;
import fr.socle.demarches.depot.FieldNames;
import fr.socle.demarches.web.answers.Lines;
import fr.socle.demarches.web.form.Element;
import fr.socle.kernel.Refusal;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The form as usagers will see it, with the answers that its builder tries.
 *
 * @param values those that count, what is computed from them included
 */
public record PreviewPage(
        Demarche demarche,
        Form form,
        Set<ChampId> visible,
        Map<ChampId, Valeur> values,
        @Nullable String done)
        implements Page {

    public List<Champ> shown() {
        return shown(demarche.fiche().draft().champs());
    }

    public List<Champ> children(Champ block) {
        return shown(Definition.children(block));
    }

    private List<Champ> shown(List<Champ> champs) {
        return champs.stream().filter(it -> visible.contains(it.id())).toList();
    }

    public List<Essai> essais() {
        return demarche.fiche().draft().essais();
    }

    /** What a case expects and does not find. */
    public List<Refusal> failures(Essai essai) {
        return Essais.failures(demarche.fiche().draft(), essai);
    }

    public static String name(Champ champ) {
        return FieldNames.of(champ.id());
    }

    /** The field as a form asks it, under a name for builders when it has none. */
    public Element.Question question(Champ champ, String label) {
        var asked = Visibility.settled(champ.withLabel(label), values);
        return new Element.Question(asked, name(champ), List.of(), false, null);
    }

    public String result(Champ champ, String none) {
        var value = values.get(champ.id());
        return value == null ? none : Lines.of(champ, value, "", "");
    }

    @Override
    public int status() {
        return form.ok() ? 200 : 422;
    }
}
