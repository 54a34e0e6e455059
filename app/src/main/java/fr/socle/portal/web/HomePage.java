package fr.socle.portal.web;

import fr.socle.demarches.PublishedDemarche;
import fr.socle.ui.Page;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The front door.
 *
 * @param entries how many entries the signed journal holds
 * @param satisfaction out of ten; null while too few said anything
 * @param demonstration whether the page of the components may be opened
 */
public record HomePage(
        List<PublishedDemarche> demarches,
        long entries,
        @Nullable BigDecimal satisfaction,
        long opinions,
        boolean demonstration)
        implements Page {

    /** The mark as it is written in this language. */
    public String mark(Locale locale) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(1);
        return satisfaction == null ? "" : format.format(satisfaction);
    }
}
