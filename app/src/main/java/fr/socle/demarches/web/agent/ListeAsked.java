package fr.socle.demarches.web.agent;

import fr.socle.demarches.DemarcheId;
import fr.socle.demarches.liste.Colonne;
import fr.socle.demarches.liste.Demande;
import fr.socle.demarches.liste.Filtre;
import fr.socle.demarches.liste.Onglet;
import fr.socle.demarches.liste.Tri;
import fr.socle.kernel.Parsed;
import fr.socle.kernel.Refusal;
import fr.socle.ui.form.Form;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A list as its address asks for it: {@code onglet}, {@code mots}, {@code f} (once for each
 * filter), {@code etiquette}, {@code tri1}, {@code sens1}, {@code tri2}, {@code sens2}, {@code c}
 * (once for each column shown besides).
 *
 * @param shown the fields whose answers are shown
 */
public record ListeAsked(Demande wanted, List<Colonne> shown) {

    static final int MOST_FILTERS = 8;
    static final int MOST_COLUMNS = 12;
    static final int LONGEST_WORDS = 200;

    private static final String DESCENDING = "desc";

    static ListeAsked read(
            Form form, DemarcheId demarche, Demande.Reader reader, List<Colonne> columns) {
        var wanted =
                new Demande(
                        demarche,
                        reader,
                        Onglet.of(form.typed("onglet")).orElse(Onglet.A_SUIVRE),
                        filters(form, columns),
                        form.optional("mots", LONGEST_WORDS),
                        label(form),
                        tri(form, "1", columns, Tri.DEPOT),
                        tri(form, "2", columns, new Tri(Colonne.NUMERO, false)));
        return new ListeAsked(wanted, shown(form, columns));
    }

    /** The same list, in another tab. */
    public String in(Onglet onglet) {
        return "?" + query(onglet);
    }

    public String query() {
        return query(wanted.onglet());
    }

    private String query(Onglet onglet) {
        var parts = new ArrayList<String>();
        parts.add("onglet=" + onglet.code());
        add(parts, "mots", wanted.words());
        wanted.filtres().forEach(it -> add(parts, "f", it.code()));
        add(parts, "etiquette", wanted.etiquette() == null ? "" : wanted.etiquette().toString());
        sorted(parts, "1", wanted.first());
        sorted(parts, "2", wanted.second());
        shown.forEach(it -> add(parts, "c", it.code()));
        return String.join("&", parts);
    }

    private static void sorted(List<String> parts, String rank, Tri tri) {
        add(parts, "tri" + rank, tri.colonne().code());
        add(parts, "sens" + rank, tri.descending() ? DESCENDING : "");
    }

    private static void add(List<String> parts, String name, String value) {
        if (!value.isEmpty()) {
            parts.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }

    /** Those of the address, and the one that is being added. */
    private static List<Filtre> filters(Form form, List<Colonne> columns) {
        var filters = new ArrayList<Filtre>();
        form.all("f").stream()
                .distinct()
                .flatMap(it -> read(form, "f", Filtre.read(it, columns)).stream())
                .forEach(filters::add);
        var column = form.typed("colonne");
        if (!column.isEmpty()) {
            var typed = column + ":" + form.typed("comparaison") + ":" + form.typed("valeur");
            read(form, "valeur", Filtre.read(typed, columns)).ifPresent(filters::add);
        }
        if (filters.size() > MOST_FILTERS) {
            form.reject("valeur", Refusal.of("demarches.filtre.many", MOST_FILTERS));
            return filters.subList(0, MOST_FILTERS);
        }
        return filters.stream().distinct().toList();
    }

    private static Optional<Filtre> read(Form form, String field, Parsed<Filtre> parsed) {
        return switch (parsed) {
            case Parsed.Valid<Filtre>(var filtre) -> Optional.of(filtre);
            case Parsed.Invalid<Filtre>(var why) -> {
                form.reject(field, why);
                yield Optional.empty();
            }
        };
    }

    private static @Nullable Integer label(Form form) {
        var typed = form.typed("etiquette");
        if (typed.isEmpty()) {
            return null;
        }
        if (typed.matches("[0-9]{1,9}")) {
            return Integer.valueOf(typed);
        }
        form.reject("etiquette", Refusal.of("ui.form.choice"));
        return null;
    }

    private static Tri tri(Form form, String rank, List<Colonne> columns, Tri usual) {
        var code = form.typed("tri" + rank);
        if (code.isEmpty()) {
            return usual;
        }
        var column = Colonne.find(columns, code);
        if (column.isEmpty()) {
            form.reject("tri" + rank, Refusal.of("ui.form.choice"));
            return usual;
        }
        return new Tri(column.get(), form.typed("sens" + rank).equals(DESCENDING));
    }

    private static List<Colonne> shown(Form form, List<Colonne> columns) {
        return form.all("c").stream()
                .distinct()
                .flatMap(it -> Colonne.find(columns, it).stream())
                .filter(it -> it.champ() != null)
                .limit(MOST_COLUMNS)
                .toList();
    }
}
