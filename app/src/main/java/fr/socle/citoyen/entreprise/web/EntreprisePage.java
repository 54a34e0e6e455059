package fr.socle.citoyen.entreprise.web;

import fr.socle.citoyen.web.Whose;
import fr.socle.journal.PublicLog;
import fr.socle.ui.Page;

/**
 * The front page of a company's file: by what right it is seen, and the proof that no line is
 * missing.
 *
 * @param log what everybody may know of the journal
 * @param early whether the proof was asked for and is not there yet
 */
public record EntreprisePage(Whose.Entreprise whose, PublicLog log, boolean early) implements Page {

    /** The name under which the statement is saved. */
    static final String FILE = "dossier-entreprise-releve.json";

    @Override
    public int status() {
        return early ? 409 : 200;
    }

    /** What to type to verify the statement. */
    public String command() {
        return "./socle verify --dossier " + FILE + " --key \"" + log.key() + "\"";
    }
}
