package fr.socle.demarches.web.builder;

import fr.socle.demarches.builder.Demarche;
import fr.socle.demarches.epreuve.Epreuves;
import fr.socle.ui.Page;
import org.jspecify.annotations.Nullable;

/**
 * How others test a draft.
 *
 * @param lien null while there is none
 * @param address where it leads, whole
 * @param done the word of what was just done
 */
public record LienEpreuvePage(
        Demarche demarche, Epreuves.@Nullable Lien lien, String address, String done)
        implements Page {

    public boolean opened() {
        return done.equals("ouvert") && lien != null;
    }

    public boolean closed() {
        return done.equals("ferme") && lien == null;
    }

    /** A form that asks nothing is not worth a test. */
    public boolean empty() {
        return demarche.fiche().draft().champs().isEmpty();
    }
}
