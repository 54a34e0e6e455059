package fr.socle.demarches.builder;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.demarches.builder.RevisionChange.Added;
import fr.socle.demarches.builder.RevisionChange.Moved;
import fr.socle.demarches.builder.RevisionChange.Removed;
import fr.socle.demarches.builder.RevisionChange.Updated;
import fr.socle.demarches.definition.Champ;
import fr.socle.demarches.definition.ChampId;
import fr.socle.demarches.definition.ChampType;
import fr.socle.demarches.definition.Definition;
import fr.socle.demarches.definition.Edits;
import fr.socle.demarches.definition.Options;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What publication announces. */
@NullMarked
class DiffTests {

    private final Definition before = of("aaaa", "bbbb", "cccc", "dddd");

    @Test
    void nothingChangesNothing() {
        assertThat(Diff.between(before, before)).isEmpty();
    }

    @Test
    void additionsAndRemovalsAreNotMoves() {
        assertThat(Diff.between(before, of("aaaa", "eeee", "cccc", "dddd")))
                .containsExactly(
                        new Removed(new ChampId("bbbb"), "Q bbbb"),
                        new Added(new ChampId("eeee"), "Q eeee"));
    }

    @Test
    void oneFieldTakenToTheTopIsOneLine() {
        assertThat(Diff.between(before, of("dddd", "aaaa", "bbbb", "cccc")))
                .containsExactly(new Moved(new ChampId("dddd"), "Q dddd", 4, 1));
    }

    @Test
    void updatesNameWhatChanged() {
        var changed = Champ.of(new ChampId("bbbb"), "Autre", false, new ChampType.Texte(10, true));
        assertThat(Diff.between(before, Edits.replace(before, changed)))
                .extracting(it -> ((Updated) it).attribute())
                .containsExactly("label", "mandatory", "type");
    }

    @Test
    void aListTellsWhichOptionsCameWentOrAreCalledOtherwise() {
        var old = Options.of(List.of("Un", "Deux", "Trois"));
        var list = old.relabelled(List.of("Un", "Second", "Trois"));
        assertThat(options(old, list)).containsExactly("option.renamed Deux > Second");
        assertThat(options(old, Options.of(List.of("Un", "Quatre"))))
                .containsExactly(
                        "option.removed Deux > ",
                        "option.removed Trois > ",
                        "option.added  > Quatre");
        var many = Options.of(IntStream.range(0, 40).mapToObj(String::valueOf).toList());
        assertThat(options(old, many)).containsExactly("settings  > ");
    }

    private List<String> options(Options was, Options now) {
        var champ = before.champs().getFirst();
        return Diff.between(
                        before.withChamps(
                                List.of(champ.withType(new ChampType.Choix(was, false, false)))),
                        before.withChamps(
                                List.of(champ.withType(new ChampType.Choix(now, false, false)))))
                .stream()
                .map(Updated.class::cast)
                .map(it -> it.attribute() + " " + it.from() + " > " + it.to())
                .toList();
    }

    private static Definition of(String... ids) {
        return new Definition(Stream.of(ids).map(DiffTests::champ).toList());
    }

    private static Champ champ(String id) {
        return Champ.of(new ChampId(id), "Q " + id, true, new ChampType.Texte(10, false));
    }

    @Test
    void theLongestRunStays() {
        assertThat(LongestRun.of(List.of(3, 0, 1, 2))).containsExactly(0, 1, 2);
        assertThat(LongestRun.of(List.of())).isEmpty();
    }
}
