package fr.socle.avis.form;

import fr.socle.avis.JudgedId;

/** A service of which opinions are asked, by its name. */
public record Judged(JudgedId id, String title) {

    /** Where everybody reads how good it is. */
    public String path() {
        return "/observatoire/" + id;
    }
}
