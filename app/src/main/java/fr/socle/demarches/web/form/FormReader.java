package fr.socle.demarches.web.form;

import fr.socle.demarches.definition.Champ;
import fr.socle.demarches.definition.ChampId;
import fr.socle.demarches.definition.ChampType;
import fr.socle.demarches.definition.Definition;
import fr.socle.demarches.definition.Saisie;
import fr.socle.demarches.definition.Typed;
import fr.socle.demarches.definition.Valeur;
import fr.socle.demarches.depot.FieldNames;
import fr.socle.demarches.dossier.Reponses;
import fr.socle.kernel.Parsed;
import fr.socle.kernel.Refusal;
import fr.socle.pieces.PieceId;
import fr.socle.ui.form.Form;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * Reads what was typed into a form. A field that the page did not show keeps its answer: hiding
 * never erases. What another gave is never read from the browser.
 */
public final class FormReader {

    private static final int MOST_ROWS = 300;

    private final MultiValueMap<String, String> sent;
    private final Form form;
    private final Set<PieceId> own;
    private final Set<String> shown;

    /**
     * @param sent as it came, with the empty values that say what was shown
     * @param form gets what is wrong
     * @param own the documents of this dossier: no other can be named
     */
    public FormReader(MultiValueMap<String, String> sent, Form form, Set<PieceId> own) {
        this.sent = sent;
        this.form = form;
        this.own = own;
        this.shown = sent.keySet().stream().map(FormReader::field).collect(Collectors.toSet());
    }

    /** The answers with what was typed and can be read; what cannot is an error of the form. */
    public Reponses read(Definition definition, Reponses before) {
        var after = before;
        for (var champ : definition.champs()) {
            if (champ.type() instanceof ChampType.Repetition) {
                after = repetition(champ, after);
            } else if (champ.type().asks() && !before.provenance(champ.id()).given()) {
                after = root(champ, after);
            }
        }
        return after;
    }

    private Reponses root(Champ champ, Reponses before) {
        var name = FieldNames.of(champ.id());
        var after =
                shown.contains(name)
                        ? before.with(
                                champ.id(), read(champ, name, before.valeurs().get(champ.id())))
                        : before;
        var joined = FieldNames.joined(champ.id());
        return sent.containsKey(joined)
                ? after.withJustificatifs(champ.id(), pieces(joined))
                : after;
    }

    private Reponses repetition(Champ champ, Reponses before) {
        var name = FieldNames.rows(champ.id());
        if (!sent.containsKey(name)) {
            return before;
        }
        var rows = new ArrayList<Valeur.Ligne>();
        var sentRows = rows(name);
        if (champ.type() instanceof ChampType.Repetition block && sentRows.size() > block.max()) {
            form.reject(name, Refusal.of("demarches.form.rows.many", block.max()));
            return before;
        }
        for (var id : sentRows) {
            rows.add(new Valeur.Ligne(id, row(champ, id, valuesBefore(before, champ.id(), id))));
        }
        return before.with(champ.id(), rows.isEmpty() ? null : new Valeur.Lignes(rows));
    }

    private Map<ChampId, Valeur> row(Champ repetition, UUID row, Map<ChampId, Valeur> before) {
        var after = new LinkedHashMap<>(before);
        for (var child : Definition.children(repetition)) {
            var name = FieldNames.inRow(repetition.id(), row, child.id());
            if (child.type().asks() && shown.contains(name)) {
                var value = read(child, name, before.get(child.id()));
                if (value == null) {
                    after.remove(child.id());
                } else {
                    after.put(child.id(), value);
                }
            }
        }
        return after;
    }

    /** What cannot be read leaves the answer as it was, and is told. */
    private @Nullable Valeur read(Champ champ, String name, @Nullable Valeur before) {
        if (champ.type() instanceof ChampType.Pieces) {
            var pieces = pieces(name);
            return pieces.isEmpty() ? null : new Valeur.Pieces(pieces);
        }
        return switch (Saisie.read(champ, Typed.from(sent, name))) {
            case Parsed.Valid<Optional<Valeur>>(var value) -> value.orElse(null);
            case Parsed.Invalid<Optional<Valeur>>(var refusal) -> {
                reject(champ, name, refusal);
                yield before;
            }
        };
    }

    private List<PieceId> pieces(String name) {
        return sent.getOrDefault(name, List.of()).stream()
                .flatMap(it -> PieceId.read(it).stream())
                .filter(own::contains)
                .distinct()
                .toList();
    }

    private List<UUID> rows(String name) {
        return sent.getOrDefault(name, List.of()).stream()
                .flatMap(it -> uuid(it).stream())
                .distinct()
                .limit(MOST_ROWS)
                .toList();
    }

    private void reject(Champ champ, String name, Refusal refusal) {
        form.reject(FieldNames.input(champ, name, refusal), refusal);
    }

    private static Map<ChampId, Valeur> valuesBefore(Reponses before, ChampId champ, UUID row) {
        return before.valeur(champ).orElse(null) instanceof Valeur.Lignes(var lignes)
                ? lignes.stream()
                        .filter(it -> it.id().equals(row))
                        .findFirst()
                        .map(Valeur.Ligne::valeurs)
                        .orElse(Map.of())
                : Map.of();
    }

    /**
     * {@code c.abcd.jour} tells of the field {@code c.abcd}, {@code c.rep.row.abcd.jour} of its.
     */
    private static String field(String name) {
        var parts = name.split("[.]", 6);
        if (parts.length < 2) {
            return name;
        }
        int of = parts.length > 3 && uuid(parts[2]).isPresent() ? 4 : 2;
        return String.join(".", List.of(parts).subList(0, Math.min(of, parts.length)));
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
