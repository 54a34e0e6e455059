package fr.socle.demarches.builder;

import fr.socle.demarches.builder.RevisionChange.Added;
import fr.socle.demarches.builder.RevisionChange.Moved;
import fr.socle.demarches.builder.RevisionChange.Removed;
import fr.socle.demarches.builder.RevisionChange.Updated;
import fr.socle.demarches.definition.Champ;
import fr.socle.demarches.definition.ChampId;
import fr.socle.demarches.definition.ChampType;
import fr.socle.demarches.definition.Definition;
import fr.socle.demarches.definition.Options;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What changed between two revisions: fields are the same when their ids are. */
final class Diff {

    private static final int MOST_OPTIONS_TOLD = 20;

    private final Map<ChampId, Champ> before = new LinkedHashMap<>();
    private final Map<ChampId, Champ> after = new LinkedHashMap<>();
    private final List<RevisionChange> changes = new ArrayList<>();

    private Diff(Definition before, Definition after) {
        before.everything().forEach(it -> this.before.put(it.id(), it));
        after.everything().forEach(it -> this.after.put(it.id(), it));
    }

    static List<RevisionChange> between(Definition before, Definition after) {
        var diff = new Diff(before, after);
        diff.gone();
        diff.after.values().forEach(diff::arrivedOrUpdated);
        diff.moved(before.champs(), after.champs());
        diff.moved(before.annotations(), after.annotations());
        return diff.changes;
    }

    private void gone() {
        before.values().stream()
                .filter(it -> !after.containsKey(it.id()))
                .forEach(it -> changes.add(new Removed(it.id(), it.label())));
    }

    private void arrivedOrUpdated(Champ now) {
        var was = before.get(now.id());
        if (was == null) {
            changes.add(new Added(now.id(), now.label()));
        } else {
            updated(was, now);
        }
    }

    private void updated(Champ was, Champ now) {
        compare(now, "label", was.label(), now.label());
        compare(now, "help", was.help(), now.help());
        compare(now, "mandatory", String.valueOf(was.mandatory()), String.valueOf(now.mandatory()));
        if (!was.type().code().equals(now.type().code())) {
            changes.add(update(now, "type", was.type().code(), now.type().code()));
        } else if (!settings(was.type()).equals(settings(now.type()))) {
            settings(was, now);
        }
        silently(now, "condition", Objects.equals(was.condition(), now.condition()));
        silently(now, "obligation", Objects.equals(was.obligation(), now.obligation()));
        silently(now, "source", Objects.equals(was.source(), now.source()));
    }

    /**
     * A list tells which options came, went or are called otherwise; more than a few, only that.
     */
    private void settings(Champ was, Champ now) {
        var told =
                was.type() instanceof ChampType.Choix(var old, _, var otherOld)
                                && now.type() instanceof ChampType.Choix(var list, _, var otherNow)
                                && otherOld == otherNow
                        ? options(now, old, list)
                        : List.<RevisionChange>of();
        if (told.isEmpty() || told.size() > MOST_OPTIONS_TOLD) {
            changes.add(update(now, "settings", "", ""));
        } else {
            changes.addAll(told);
        }
    }

    private static List<RevisionChange> options(Champ now, Options old, Options list) {
        var told = new ArrayList<RevisionChange>();
        for (var option : old.all()) {
            var present = list.find(option.id());
            if (present.isEmpty()) {
                told.add(update(now, "option.removed", option.label(), ""));
            } else if (!present.get().label().equals(option.label())) {
                told.add(update(now, "option.renamed", option.label(), present.get().label()));
            }
        }
        list.all().stream()
                .filter(it -> !old.has(it.id()))
                .forEach(it -> told.add(update(now, "option.added", "", it.label())));
        return told;
    }

    /** Without the fields of a block, which are compared one by one. */
    private static ChampType settings(ChampType type) {
        return type instanceof ChampType.Repetition(_, var min, var max)
                ? new ChampType.Repetition(List.of(), min, max)
                : type;
    }

    private void compare(Champ champ, String attribute, String was, String now) {
        if (!was.equals(now)) {
            changes.add(update(champ, attribute, was, now));
        }
    }

    private void silently(Champ champ, String attribute, boolean same) {
        if (!same) {
            changes.add(update(champ, attribute, "", ""));
        }
    }

    private static Updated update(Champ champ, String attribute, String was, String now) {
        return new Updated(champ.id(), champ.label(), attribute, was, now);
    }

    /**
     * Only those that had to move: the longest run of fields that kept their order stays, so that
     * one field taken to the top is one line and not twenty.
     */
    private void moved(List<Champ> was, List<Champ> now) {
        var ranks = new LinkedHashMap<ChampId, Integer>();
        was.forEach(it -> ranks.put(it.id(), ranks.size()));
        var common = now.stream().filter(it -> ranks.containsKey(it.id())).toList();
        var order = common.stream().map(it -> ranks.getOrDefault(it.id(), 0)).toList();
        var kept = new HashSet<>(LongestRun.of(order));
        for (var champ : common) {
            int rank = ranks.getOrDefault(champ.id(), 0);
            if (!kept.contains(rank)) {
                int to = now.indexOf(champ);
                changes.add(new Moved(champ.id(), champ.label(), rank + 1, to + 1));
            }
        }
        for (var champ : now) {
            var same = before.get(champ.id());
            if (same != null && !Definition.children(champ).isEmpty()) {
                moved(Definition.children(same), Definition.children(champ));
            }
        }
    }
}
