package fr.socle.demarches.publication;

import fr.socle.demarches.definition.Champ;
import fr.socle.demarches.definition.ChampId;
import fr.socle.demarches.definition.ChampType;
import fr.socle.demarches.definition.Definition;
import fr.socle.demarches.definition.Shown;
import fr.socle.demarches.definition.Valeur;
import fr.socle.demarches.dossier.Provenance;
import fr.socle.demarches.dossier.Reponses;
import fr.socle.demarches.publication.SetAside.Motif;
import fr.socle.pieces.PieceId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The answers of a draft under another revision of its procedure. Fields are the same when their
 * ids are; what still fits stays, what can be converted is, the rest is set aside and named.
 */
public final class Rebase {

    private final Map<ChampId, Champ> before;
    private final Definition after;
    private final Map<ChampId, Valeur> valeurs = new LinkedHashMap<>();
    private final Map<ChampId, Provenance> provenances = new LinkedHashMap<>();
    private final List<SetAside> aside = new ArrayList<>();
    private final Set<ChampId> converted = new LinkedHashSet<>();
    private final Set<ChampId> lost = new LinkedHashSet<>();

    private Rebase(Definition before, Definition after) {
        this.before = byId(before.champs());
        this.after = after;
    }

    /**
     * What comes of it.
     *
     * @param aside what found no place, in the order of the old form
     * @param converted the fields whose answer became one of another kind
     * @param lost the fields, or blocks, of which something was set aside
     */
    public record Outcome(
            Reponses reponses, List<SetAside> aside, Set<ChampId> converted, Set<ChampId> lost) {
        public Outcome {
            aside = List.copyOf(aside);
            converted = Set.copyOf(converted);
            lost = Set.copyOf(lost);
        }
    }

    public static Outcome of(Definition before, Definition after, Reponses reponses) {
        var rebase = new Rebase(before, after);
        var now = byId(after.champs());
        for (var was : before.champs()) {
            var value = reponses.valeurs().get(was.id());
            if (value != null) {
                rebase.answer(was, now.get(was.id()), value, reponses.provenance(was.id()));
            }
        }
        rebase.origins(now, reponses);
        rebase.firstRows();
        var kept = new Reponses(rebase.valeurs, rebase.provenances, rebase.joined(now, reponses));
        return new Outcome(kept, rebase.aside, rebase.converted, rebase.lost);
    }

    private void answer(Champ was, @Nullable Champ now, Valeur value, Provenance from) {
        if (now == null) {
            setAside(was, was, value, from, Motif.SUPPRIME);
            return;
        }
        if (from.given() && !(now.type().equals(was.type()) && sameSource(was, now))) {
            // because it can be asked for again, and an opposition must find every copy of it
            setAside(was, was, value, from, Motif.ORIGINE);
            return;
        }
        if (value instanceof Valeur.Lignes(var lignes)
                && now.type() instanceof ChampType.Repetition) {
            var rows = lignes.stream().map(it -> row(was, now, it)).toList();
            valeurs.put(now.id(), new Valeur.Lignes(rows));
            return;
        }
        cast(was, was, now, value, from).accept(valeurs);
    }

    /** One answer to its place; or aside. */
    private Consumer<Map<ChampId, Valeur>> cast(
            Champ root, Champ was, Champ now, Valeur value, Provenance from) {
        var cast = Cast.of(value, was, now);
        if (cast.isEmpty()) {
            var same = was.type().code().equals(now.type().code());
            setAside(root, was, value, from, same ? Motif.REFUSE : Motif.TYPE);
            return _ -> {};
        }
        if (!cast.get().equals(value)) {
            converted.add(root.id());
        }
        return it -> it.put(now.id(), cast.get());
    }

    private Valeur.Ligne row(Champ was, Champ now, Valeur.Ligne row) {
        var present = byId(Definition.children(now));
        var after = new LinkedHashMap<ChampId, Valeur>();
        for (var child : Definition.children(was)) {
            var value = row.valeurs().get(child.id());
            var target = present.get(child.id());
            if (value == null) {
                continue;
            }
            if (target == null) {
                setAside(was, child, value, Provenance.SAISIE, Motif.SUPPRIME);
            } else {
                cast(was, child, target, value, Provenance.SAISIE).accept(after);
            }
        }
        return new Valeur.Ligne(row.id(), after);
    }

    private void setAside(Champ root, Champ was, Valeur value, Provenance from, Motif motif) {
        lost.add(root.id());
        if (value instanceof Valeur.Lignes(var lignes)) {
            lignes.forEach(it -> rowAside(root, it, motif));
            return;
        }
        var line = from.given() ? "" : line(was, value);
        var label = root.equals(was) ? was.label() : root.label() + " – " + was.label();
        aside.add(new SetAside(label, line, motif));
    }

    private static String line(Champ was, Valeur value) {
        if (value instanceof Valeur.Pieces(var pieces)) {
            return pieces.size() == 1 ? "1 document" : pieces.size() + " documents";
        }
        return Shown.line(was, value, "Oui", "Non");
    }

    private void rowAside(Champ root, Valeur.Ligne row, Motif motif) {
        for (var child : Definition.children(root)) {
            var value = row.valeurs().get(child.id());
            if (value != null) {
                setAside(root, child, value, Provenance.SAISIE, motif);
            }
        }
    }

    /** Where an answer comes from stays known as long as it may still come from there. */
    private void origins(Map<ChampId, Champ> now, Reponses reponses) {
        reponses.provenances()
                .forEach(
                        (id, from) -> {
                            var was = before.get(id);
                            var present = now.get(id);
                            var kept =
                                    was != null
                                            && present != null
                                            && sameSource(was, present)
                                            && (!from.given() || valeurs.containsKey(id));
                            if (kept) {
                                provenances.put(id, from);
                            }
                        });
    }

    private Map<ChampId, List<PieceId>> joined(Map<ChampId, Champ> now, Reponses reponses) {
        return reponses.justificatifs().entrySet().stream()
                .filter(it -> now.containsKey(it.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** So that a block that became mandatory shows what it asks. */
    private void firstRows() {
        for (var champ : after.champs()) {
            if (champ.type() instanceof ChampType.Repetition(_, var min, _)
                    && champ.mandatory()
                    && !valeurs.containsKey(champ.id())) {
                var rows =
                        Stream.generate(() -> new Valeur.Ligne(UUID.randomUUID(), Map.of()))
                                .limit(Math.max(1, min))
                                .toList();
                valeurs.put(champ.id(), new Valeur.Lignes(rows));
            }
        }
    }

    private static boolean sameSource(Champ was, Champ now) {
        return Objects.equals(was.source(), now.source());
    }

    private static Map<ChampId, Champ> byId(List<Champ> champs) {
        return champs.stream()
                .collect(
                        Collectors.toMap(
                                Champ::id, Function.identity(), (a, _) -> a, LinkedHashMap::new));
    }
}
