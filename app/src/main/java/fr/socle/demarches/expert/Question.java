package fr.socle.demarches.expert;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an expert is asked.
 *
 * @param ouiNon a question that he answers by yes or no besides; empty for none
 * @param autres whether he reads the other opinions about the dossier
 * @param usager whether the usager reads his opinion once it is given
 * @param deadline the last day for which it is wanted, in Paris; null: no matter when
 */
public record Question(
        String texte, String ouiNon, boolean autres, boolean usager, @Nullable LocalDate deadline) {

    public static final int LONGEST = 4000;
    public static final int LONGEST_OUI_NON = 200;
}
