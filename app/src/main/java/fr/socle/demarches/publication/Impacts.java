package fr.socle.demarches.publication;

import fr.socle.demarches.builder.Demarche;
import fr.socle.demarches.builder.Revisions;
import fr.socle.demarches.definition.Champ;
import fr.socle.demarches.definition.ChampId;
import fr.socle.demarches.definition.Definition;
import fr.socle.demarches.depot.Completeness;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells before a publication what it would do: each draft is moved, and nothing is kept of it. */
@Component
public class Impacts {

    /** Enough to see, few enough for a page. */
    static final int MOST = 1000;

    private final RebaseStore store;
    private final Revisions revisions;

    Impacts(RebaseStore store, Revisions revisions) {
        this.store = store;
        this.revisions = revisions;
    }

    /** What publishing the procedure's draft would do now. */
    public Impact of(Demarche demarche) {
        var id = demarche.id();
        var after = demarche.fiche().draft();
        var count = new Count();
        var drafts = store.latest(id, MOST);
        for (var draft : drafts) {
            count.add(revisions.definition(draft.revision()), after, draft);
        }
        return new Impact(
                store.drafts(id),
                drafts.size(),
                store.waiting(id),
                count.losing,
                count.incomplete,
                count.lines.values().stream().toList());
    }

    private static final class Count {

        private final Map<ChampId, String> labels = new HashMap<>();
        private final Map<ChampId, Impact.OfChamp> lines = new LinkedHashMap<>();
        private int losing;
        private int incomplete;

        void add(Definition before, Definition after, RebaseStore.Draft draft) {
            var outcome = Rebase.of(before, after, draft.reponses());
            before.champs().forEach(it -> labels.put(it.id(), it.label()));
            after.champs().stream()
                    .filter(it -> !it.label().isBlank())
                    .forEach(it -> labels.put(it.id(), it.label()));
            before.champs().stream().map(Champ::id).forEach(it -> line(it, outcome));
            losing += outcome.lost().isEmpty() ? 0 : 1;
            boolean was = Completeness.missing(before, draft.reponses()).isEmpty();
            boolean is = Completeness.missing(after, outcome.reponses()).isEmpty();
            incomplete += was && !is ? 1 : 0;
        }

        private void line(ChampId champ, Rebase.Outcome outcome) {
            int converted = outcome.converted().contains(champ) ? 1 : 0;
            int aside = outcome.lost().contains(champ) ? 1 : 0;
            if (converted + aside > 0) {
                var label = labels.getOrDefault(champ, "");
                lines.merge(
                        champ,
                        new Impact.OfChamp(label, converted, aside),
                        (a, b) ->
                                new Impact.OfChamp(
                                        label,
                                        a.converted() + b.converted(),
                                        a.aside() + b.aside()));
            }
        }
    }
}
