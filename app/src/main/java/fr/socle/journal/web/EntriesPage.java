package fr.socle.journal.web;

import fr.socle.ui.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The latest entries, newest first.
 *
 * @param newer address of the newer ones; null when there are none
 */
public record EntriesPage(List<EntryLine> entries, @Nullable String newer, @Nullable String older)
        implements Page {}
