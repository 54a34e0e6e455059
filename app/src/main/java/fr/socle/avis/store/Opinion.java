package fr.socle.avis.store;

import fr.socle.avis.Grade;
import fr.socle.avis.Satisfaction;
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

    public Opinion {
        tried = List.copyOf(tried);
    }
}
