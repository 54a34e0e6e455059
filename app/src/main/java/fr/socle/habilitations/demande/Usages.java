package fr.socle.habilitations.demande;

import fr.socle.habilitations.Habilitation.RequesterKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The purposes for which data is commonly requested. All rest on the duty of administrations to
 * exchange what a person's request needs (CRPA, art. L. 114-8).
 */
public final class Usages {

    /** The purpose of what is none of the common ones. */
    public static final String OTHER = "autre";

    /** The kinds of text that can found a right. */
    public static final List<String> NATURES =
            List.of("loi", "decret", "arrete", "deliberation", "convention");

    private static final String CRPA =
            "https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000031366350";
    private static final Map<String, Set<String>> QUOTIENT =
            Map.of(
                    "quotient-familial",
                    Set.of(
                            "quotient_familial.valeur",
                            "quotient_familial.annee",
                            "quotient_familial.mois"));
    private static final Map<String, Set<String>> STUDIES =
            Map.of("statut-etudiant", Set.of("admissions"));

    private static final List<Usage> ALL =
            List.of(
                    new Usage("restauration-scolaire", QUOTIENT, 36, 12),
                    new Usage("accueil-periscolaire", QUOTIENT, 36, 12),
                    new Usage("petite-enfance", QUOTIENT, 36, 12),
                    new Usage("sport-culture", QUOTIENT, 36, 12),
                    new Usage("transport-etudiant", STUDIES, 36, 12),
                    new Usage("bourse", both(), 24, 24),
                    new Usage("aide-sociale", QUOTIENT, 24, 24));

    private Usages() {}

    /**
     * A common purpose. Its words are the messages {@code habilitations.usage.<code>} and {@code
     * ….finalite}; {@code ….destinataires} names who usually reads the data.
     *
     * @param fields what it usually needs, and no more
     */
    public record Usage(
            String code, Map<String, Set<String>> fields, int validityMonths, int retentionMonths) {

        public Set<RequesterKind> requesters() {
            return Set.of(RequesterKind.AGENT, RequesterKind.USAGER_LUI_MEME);
        }

        public String article() {
            return "L. 114-8";
        }

        public String cadreUrl() {
            return CRPA;
        }
    }

    public static List<Usage> all() {
        return ALL;
    }

    public static Optional<Usage> find(String code) {
        return ALL.stream().filter(it -> it.code().equals(code)).findFirst();
    }

    /** Every code that a request may bear. */
    public static List<String> codes() {
        var codes = new java.util.ArrayList<>(ALL.stream().map(Usage::code).toList());
        codes.add(OTHER);
        return codes;
    }

    private static Map<String, Set<String>> both() {
        var both = new java.util.HashMap<>(QUOTIENT);
        both.putAll(STUDIES);
        return both;
    }
}
