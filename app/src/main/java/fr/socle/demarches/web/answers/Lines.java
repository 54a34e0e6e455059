package fr.socle.demarches.web.answers;

import fr.socle.demarches.definition.Champ;
import fr.socle.demarches.definition.Shown;
import fr.socle.demarches.definition.Valeur;

/** An answer as one line of text, with the unit of its field. */
public final class Lines {

    private Lines() {}

    /**
     * @param yes the word for yes
     * @param no the word for no
     */
    public static String of(Champ champ, Valeur value, String yes, String no) {
        return Shown.line(champ, value, yes, no);
    }
}
