package fr.socle.avis;

import fr.socle.avis.store.OpinionStore;
import fr.socle.demarches.DemarcheId;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Service;

/** The quality of services as usagers judge it, since the first opinion. */
@Service
public class Observatoire {

    private final Scores scores;
    private final OpinionStore store;

    Observatoire(Scores scores, OpinionStore store) {
        this.scores = scores;
        this.store = store;
    }

    /** All opinions together. */
    public Indicators overall() {
        var decisions = store.decisions().values().stream().mapToLong(Long::longValue).sum();
        return Indicators.of(scores.overall(Scores.EVER).all(), decisions);
    }

    public Indicators of(DemarcheId demarche) {
        var judged = JudgedId.of(demarche);
        return Indicators.of(
                scores.of(judged, Scores.EVER).all(), scores.decisions(judged, Scores.EVER));
    }

    /** Each service that was judged or decided upon. */
    public Map<DemarcheId, Indicators> byService() {
        var found = new HashMap<DemarcheId, Indicators>();
        var decisions = store.decisions();
        decisions.forEach((it, count) -> found.put(it, Indicators.of(Tally.NONE, count)));
        scores.byService(Scores.EVER)
                .forEach(
                        (it, split) ->
                                found.put(
                                        it.demarche(),
                                        Indicators.of(
                                                split.all(),
                                                decisions.getOrDefault(it.demarche(), 0L))));
        return found;
    }
}
