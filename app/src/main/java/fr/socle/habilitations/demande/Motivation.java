package fr.socle.habilitations.demande;

/**
 * Why, on what text, and for whom.
 *
 * @param usage the code of a purpose, of {@link Usages}
 * @param nature the kind of text that founds the right, of {@link Usages#NATURES}
 * @param article its article, or the number of the act
 * @param destinataires the departments that will read the data (RGPD, art. 13)
 * @param retentionWhy why it is kept for more than three years; empty when it is not
 */
public record Motivation(
        String usage, String nature, String article, String destinataires, String retentionWhy) {

    /** Of what was requested before this was asked. */
    public static final Motivation NONE = new Motivation("", "", "", "", "");
}
