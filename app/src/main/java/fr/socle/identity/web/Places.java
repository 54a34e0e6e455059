package fr.socle.identity.web;

import fr.socle.kernel.CodeCommune;
import fr.socle.kernel.CodePays;
import fr.socle.kernel.Parsed;

/** Names of places from their official codes. */
final class Places {

    private Places() {}

    /** The commune when there is one, else the country; the code itself when no table knows it. */
    static String name(String commune, String pays) {
        if (!commune.isEmpty()) {
            return CodeCommune.parse(commune) instanceof Parsed.Valid<CodeCommune>(var known)
                    ? known.nom()
                    : commune;
        }
        return CodePays.parse(pays) instanceof Parsed.Valid<CodePays>(var known)
                ? known.nom()
                : pays;
    }
}
