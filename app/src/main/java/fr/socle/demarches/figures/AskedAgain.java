package fr.socle.demarches.figures;

import fr.socle.demarches.definition.Champ;
import fr.socle.demarches.definition.ChampType;
import fr.socle.demarches.definition.Definition;
import java.util.Set;

/**
 * What a form asks although an administration knows it (« dites-le-nous une fois »): each document
 * to join, for an administration made most of them, and each field whose answer could be obtained
 * and that most usagers filled by hand all the same.
 */
final class AskedAgain {

    private AskedAgain() {}

    /**
     * @param byHand ids of the fields that most usagers filled by hand
     */
    static int count(Definition definition, Set<String> byHand) {
        return (int) definition.all().filter(it -> isAskedAgain(it, byHand)).count();
    }

    private static boolean isAskedAgain(Champ champ, Set<String> byHand) {
        return champ.source() == null
                ? champ.type() instanceof ChampType.Pieces
                : byHand.contains(champ.id().value());
    }
}
