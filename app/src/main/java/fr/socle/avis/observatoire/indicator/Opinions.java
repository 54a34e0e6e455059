package fr.socle.avis.observatoire.indicator;

import fr.socle.avis.Split;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the opinions amount to: all that the Observatoire asks of opinions, both kinds together. */
public interface Opinions {

    /** By procedure, over these days, both included; one without opinion is absent. */
    Map<UUID, Marks> between(LocalDate first, LocalDate last);

    /** Of one procedure, at the moment of asking. */
    Marks of(UUID demarche, LocalDate first, LocalDate last);

    /**
     * Marks out of ten with one decimal, by the formulas of Je donne mon avis; null while nobody
     * answered.
     *
     * @param opinions how many were given
     * @param decisions how many dossiers were decided: those who were asked; 0 elsewhere
     * @param reachable out of ten who called the administration, how many got an answer
     * @param autonomy out of ten, how many needed no help
     * @param satisfactions how often each answer was given, the best first
     * @param clarities the same for the clarity
     * @param split the two kinds apart: all the rest counts them together
     */
    record Marks(
            long opinions,
            long decisions,
            @Nullable BigDecimal satisfaction,
            @Nullable BigDecimal clarity,
            @Nullable BigDecimal reachable,
            @Nullable BigDecimal help,
            @Nullable BigDecimal autonomy,
            List<Answers> satisfactions,
            List<Answers> clarities,
            Split split) {

        public static final Marks NONE =
                new Marks(0, 0, null, null, null, null, null, List.of(), List.of(), Split.NONE);

        public Marks {
            satisfactions = List.copyOf(satisfactions);
            clarities = List.copyOf(clarities);
        }
    }

    /**
     * @param code of the answer, as its message ends
     */
    record Answers(String code, long count) {}
}
