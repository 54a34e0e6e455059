package fr.socle.journal.web;

import fr.socle.kernel.Refusal;
import fr.socle.ui.Page;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How anyone can check the journal.
 *
 * @param prefix the address under which checkpoint and tiles lie
 * @param publishedAt when the last checkpoint was signed; null while there is none
 * @param refusal why nothing is signed; null when all is well
 */
public record JournalPage(
        String origin,
        String key,
        String prefix,
        long size,
        @Nullable Instant publishedAt,
        int witnesses,
        @Nullable String checkpoint,
        @Nullable Refusal refusal)
        implements Page {}
