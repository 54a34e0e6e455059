package fr.socle.demarches.web.usager;

import fr.socle.demarches.dossier.Correction;
import fr.socle.demarches.dossier.Fiche;
import fr.socle.demarches.publication.SetAside;
import fr.socle.demarches.web.form.Element;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A dossier while it is filled, or corrected.
 *
 * @param owner whether its usager fills it, and not somebody whom they invited
 * @param version on which the usager works
 * @param conditional whether answers make further questions appear
 * @param correction what an agent asked, or null for a draft
 * @param aside the answers for which a newer revision had no place
 * @param told what the page says first, or null
 */
public record FillPage(
        Fiche fiche,
        boolean owner,
        List<Element> elements,
        Form form,
        long version,
        Instant keptAt,
        boolean conditional,
        Correction.@Nullable Demandee correction,
        List<SetAside> aside,
        @Nullable Told told)
        implements Page {

    /** What happened before this page. */
    sealed interface Told {}

    record Kept() implements Told {}

    /** The procedure asks other questions since the usager was here. */
    record Revised() implements Told {}

    /** The link whose answers were expected serves no more. */
    record LinkSpent() implements Told {}

    /** A form that was sent after its session had ended. */
    record Restored() implements Told {}

    /**
     * Another tab was faster.
     *
     * @param present what is kept where it differs, by label
     */
    record Overtaken(Map<String, String> present) implements Told {}

    public boolean kept() {
        return told instanceof Kept;
    }

    public boolean revised() {
        return told instanceof Revised;
    }

    public boolean linkSpent() {
        return told instanceof LinkSpent;
    }

    public boolean restored() {
        return told instanceof Restored;
    }

    /** Null when nobody was faster. */
    public @Nullable Map<String, String> overtaken() {
        return told instanceof Overtaken(var present) ? present : null;
    }

    public String path() {
        return Counter.path(fiche.id());
    }

    public String action() {
        return path() + "/remplir";
    }

    @Override
    public int status() {
        if (told instanceof Overtaken) {
            return 409;
        }
        return form.ok() ? 200 : 422;
    }
}
