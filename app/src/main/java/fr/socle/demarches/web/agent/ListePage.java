package fr.socle.demarches.web.agent;

import fr.socle.demarches.liste.Colonne;
import fr.socle.demarches.liste.Etiquette;
import fr.socle.demarches.liste.Filtre;
import fr.socle.demarches.liste.FiltreStore;
import fr.socle.demarches.liste.Lignes;
import fr.socle.demarches.liste.Onglet;
import fr.socle.demarches.liste.Tri;
import fr.socle.directory.Agent;
import fr.socle.ui.Frame;
import fr.socle.ui.Link;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Option;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The dossiers of one procedure, as an agent asked for them.
 *
 * @param path of the list, without what is asked
 * @param form what the address says; a word in it that means nothing is an error
 * @param next where the next page begins, or null when this is the last one
 * @param kept the lists that the agent kept under a name
 * @param labels of the procedure
 * @param colleagues the agents to whom dossiers can be given
 */
public record ListePage(
        String title,
        String path,
        Form form,
        ListeAsked list,
        List<Colonne> columns,
        List<Lignes.Ligne> lines,
        @Nullable String next,
        List<FiltreStore.Kept> kept,
        List<Etiquette> labels,
        List<Agent> colleagues)
        implements Page {

    public ListePage {
        columns = List.copyOf(columns);
        lines = List.copyOf(lines);
        kept = List.copyOf(kept);
        labels = List.copyOf(labels);
        colleagues = List.copyOf(colleagues);
    }

    public List<Link> tabs(Frame frame) {
        return Arrays.stream(Onglet.values())
                .map(
                        it ->
                                new Link(
                                        frame.t("demarches.onglet." + it.code()),
                                        path + list.in(it),
                                        it == onglet()))
                .toList();
    }

    public Onglet onglet() {
        return list.wanted().onglet();
    }

    public List<Filtre> filters() {
        return list.wanted().filtres();
    }

    public List<Colonne> shown() {
        return list.shown();
    }

    public String words() {
        return list.wanted().words();
    }

    public String nextHref() {
        return path + "?" + list.query() + "&apres=" + next;
    }

    /** Where this list becomes a file. */
    public String exports() {
        return path.replaceFirst("/dossiers$", "/exports") + "?" + list.query();
    }

    /** The list without this filter. */
    public String without(Filtre filtre) {
        var code = URLEncoder.encode(filtre.code(), StandardCharsets.UTF_8);
        return path + "?" + list.query().replaceFirst("&f=" + Pattern.quote(code), "");
    }

    public List<Option> columns(Frame frame) {
        return columns.stream().map(it -> Option.of(it.code(), label(frame, it))).toList();
    }

    /** The fields, to choose which answers are shown. */
    public List<Option> fields(Frame frame) {
        return columns.stream()
                .filter(it -> it.champ() != null)
                .map(it -> Option.of(it.code(), label(frame, it)))
                .toList();
    }

    public String label(Frame frame, Colonne column) {
        return column.champ() == null ? frame.t(column.label()) : column.label();
    }

    /** What the form of filters and orders shows at first. */
    public Form orders() {
        return Form.blank(
                Map.of(
                        "tri1", list.wanted().first().colonne().code(),
                        "sens1", way(list.wanted().first()),
                        "tri2", list.wanted().second().colonne().code(),
                        "sens2", way(list.wanted().second()),
                        "colonne", form.ok() ? "" : form.typed("colonne"),
                        "valeur", form.ok() ? "" : form.typed("valeur"),
                        "comparaison", form.ok() ? "egal" : form.typed("comparaison"),
                        "etiquette", form.typed("etiquette")));
    }

    private static String way(Tri tri) {
        return tri.descending() ? "desc" : "";
    }

    @Override
    public int status() {
        return form.ok() ? 200 : 422;
    }
}
