package fr.socle.avis.observatoire.web;

import fr.socle.avis.observatoire.edition.Edition;
import fr.socle.journal.LoggedEntry;
import fr.socle.ui.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The quarters that were frozen, the newest first. */
public record EditionsPage(List<Shown> editions) implements Page {

    public EditionsPage {
        editions = List.copyOf(editions);
    }

    /**
     * @param entry its line in the journal; null until it has one
     */
    public record Shown(Edition edition, @Nullable LoggedEntry entry) {}
}
