package fr.socle.demarches.definition;

import fr.socle.kernel.NormalName;
import java.util.List;

/**
 * Words whose data the law protects more (RGPD, art. 9 and 87; Code monétaire et financier): a
 * field that asks for it needs a ground. The list is that of demarches-simplifiees.
 */
final class SensitiveWords {

    private static final List<String> WORDS =
            List.of(
                    "NIR",
                    "RNIPP",
                    "race",
                    "religion",
                    "carte bancaire",
                    "carte bleue",
                    "sécurité sociale",
                    "agdref",
                    "syndicat",
                    "syndical",
                    "parti politique",
                    "opinion politique",
                    "bord politique",
                    "courant politique",
                    "médical",
                    "handicap",
                    "maladie",
                    "allergie",
                    "hospitalisé",
                    "RQTH",
                    "vaccin");

    private SensitiveWords() {}

    /** Those that stand in the text as whole words, accents and case aside. */
    static List<String> in(String text) {
        var normal = " " + NormalName.of(text).value() + " ";
        return WORDS.stream()
                .filter(it -> normal.contains(" " + NormalName.of(it).value() + " "))
                .toList();
    }
}
