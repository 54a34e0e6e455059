package fr.socle.citoyen.acces;

import fr.socle.citoyen.store.AccesStore.Day;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * What is worth a look, by rules that can be said in a sentence. They accuse nobody: an agent may
 * have every reason.
 */
public final class Regles {

    /** How many times the middle of the service's days is much. */
    public static final int TIMES = 3;

    /** Below it, nothing is much. */
    public static final int AT_LEAST = 10;

    private Regles() {}

    /** A rule that a day broke. */
    public enum Regle {
        /** More than {@link #TIMES} times the median day of the agents of the same service. */
        VOLUME,
        /** Before seven, from eight in the evening, or at a weekend. */
        HORAIRE,
        /** For a case of which the agent is not in charge, or which is unknown or closed. */
        SANS_DOSSIER
    }

    /**
     * @param count of what broke the rule
     * @param usual the median day of the service; 0 where the rule has none
     */
    public record Alerte(Regle regle, Day day, int count, int usual) {}

    /**
     * The latest day first.
     *
     * @param service of an agent: those of one service are compared with each other
     */
    public static List<Alerte> alertes(List<Day> days, Function<UUID, String> service) {
        var byService = new HashMap<String, List<Day>>();
        days.forEach(
                it ->
                        byService
                                .computeIfAbsent(service.apply(it.agent()), _ -> new ArrayList<>())
                                .add(it));
        var found = new ArrayList<Alerte>();
        for (var group : byService.values()) {
            var usual = median(group);
            group.forEach(it -> found.addAll(alertes(it, usual)));
        }
        found.sort(
                Comparator.comparing((Alerte it) -> it.day().day())
                        .reversed()
                        .thenComparing(Alerte::regle)
                        .thenComparing(it -> it.day().agent()));
        return found;
    }

    private static List<Alerte> alertes(Day it, int usual) {
        var found = new ArrayList<Alerte>();
        if (it.all() >= AT_LEAST && it.all() > TIMES * usual) {
            found.add(new Alerte(Regle.VOLUME, it, it.all(), usual));
        }
        if (it.odd() > 0) {
            found.add(new Alerte(Regle.HORAIRE, it, it.odd(), 0));
        }
        if (it.refused() > 0) {
            found.add(new Alerte(Regle.SANS_DOSSIER, it, it.refused(), 0));
        }
        return found;
    }

    /** The lower one of an even number, so that two days can differ at all. */
    private static int median(List<Day> days) {
        var counts = days.stream().mapToInt(Day::all).sorted().toArray();
        return counts[(counts.length - 1) / 2];
    }
}
