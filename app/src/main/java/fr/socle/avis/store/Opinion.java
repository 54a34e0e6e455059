package fr.socle.avis.store;

import fr.socle.avis.Count;
import fr.socle.avis.Grade;
import fr.socle.avis.Satisfaction;
import fr.socle.avis.Tally;
import java.util.EnumMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said, without who.
 *
 * @param clarity null when not answered
 * @param tried where they sought help, as codes; {@code none} alone: they needed none
 * @param reached whether the administration answered them; null when not asked
 * @param help how good its help was; null when not answered
 * @param verbatim free text, at most 2000 characters, possibly empty
 */
public record Opinion(
        Satisfaction satisfaction,
        @Nullable Grade clarity,
        List<String> tried,
        @Nullable Boolean reached,
        @Nullable Grade help,
        String verbatim) {

    /** Who needed no help says nothing else of it. */
    public static final String NO_HELP = "none";

    public Opinion {
        tried = List.copyOf(tried);
    }

    /** The one answer that makes an opinion. */
    public static Opinion of(Satisfaction satisfaction) {
        return new Opinion(satisfaction, null, List.of(), null, null, "");
    }

    public Opinion with(Satisfaction other) {
        return new Opinion(other, clarity, tried, reached, help, verbatim);
    }

    public Opinion withClarity(@Nullable Grade other) {
        return new Opinion(satisfaction, other, tried, reached, help, verbatim);
    }

    public Opinion withHelp(List<String> ways, @Nullable Boolean answered, @Nullable Grade got) {
        return new Opinion(satisfaction, clarity, ways, answered, got, verbatim);
    }

    public Opinion withVerbatim(String text) {
        return new Opinion(satisfaction, clarity, tried, reached, help, text);
    }

    /** What it adds to each count. */
    public Tally tally() {
        var counts = new EnumMap<Count, Long>(Count.class);
        counts.put(Count.OPINIONS, 1L);
        counts.put(Count.of(satisfaction), 1L);
        if (clarity != null) {
            counts.put(Count.clarity(clarity), 1L);
        }
        if (!tried.isEmpty()) {
            counts.put(Count.TRIED, 1L);
        }
        if (tried.contains(NO_HELP)) {
            counts.put(Count.ALONE, 1L);
        }
        if (reached != null) {
            counts.put(reached ? Count.REACHED : Count.NOT_REACHED, 1L);
        }
        if (help != null) {
            counts.put(Count.help(help), 1L);
        }
        return new Tally(counts);
    }
}
