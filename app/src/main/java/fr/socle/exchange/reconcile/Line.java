package fr.socle.exchange.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The counts of one day side by side.
 *
 * @param habilitation null for a provider: it does not know on which ground it was asked
 * @param declared null when the other side declared nothing, or there is none
 */
public record Line(
        Side side,
        @Nullable UUID habilitation,
        String dataSet,
        Counts counts,
        @Nullable Declared declared) {

    /** With whom the gateway compares. */
    public enum Side {
        /** Nobody: asked by this house itself. */
        PASSERELLE,
        CONSOMMATEUR,
        FOURNISSEUR;

        /** As rows and messages write it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What may be seen from two counts; its sentence is {@code exchange.constat.<name>}. */
    public enum Constat {
        /** Accorded without request, or received without accord. */
        HORS_REGLE,
        NON_DECLARE,
        /** The gateway was asked more often than the program says: somebody else has its token? */
        DEMANDES_NON_DECLAREES,
        /** It has answers that the gateway could not see arrive, or more. */
        REPONSES_EN_PLUS,
        REPONSES_EN_MOINS,
        /** The provider was asked more often than the gateway asked. */
        DEMANDES_HORS_PASSERELLE,
        DEMANDES_PERDUES,
        FOURNI_EN_PLUS,
        FOURNI_EN_MOINS
    }

    /** One difference, and how many exchanges it is about. */
    public record Ecart(Constat constat, long number) {}

    /** Everything that does not fit; nothing when the counts agree. */
    public List<Ecart> ecarts() {
        var all = new ArrayList<Ecart>();
        more(all, Constat.HORS_REGLE, counts.violations());
        switch (side) {
            case PASSERELLE -> {}
            case CONSOMMATEUR -> consumer(all);
            case FOURNISSEUR -> provider(all);
        }
        return List.copyOf(all);
    }

    /** Whether somebody should look: a count that was not declared is no difference. */
    public boolean differs() {
        return ecarts().stream().anyMatch(it -> it.constat() != Constat.NON_DECLARE);
    }

    private void consumer(List<Ecart> all) {
        if (declared == null) {
            more(all, Constat.NON_DECLARE, counts.requested());
            return;
        }
        // it may well have asked more: what was refused or malformed never became an exchange
        more(all, Constat.DEMANDES_NON_DECLAREES, counts.requested() - declared.requested());
        more(all, Constat.REPONSES_EN_PLUS, declared.answered() - counts.received());
        more(all, Constat.REPONSES_EN_MOINS, counts.received() - declared.answered());
    }

    private void provider(List<Ecart> all) {
        if (declared == null) {
            more(all, Constat.NON_DECLARE, counts.requested());
            return;
        }
        more(all, Constat.DEMANDES_HORS_PASSERELLE, declared.requested() - counts.requested());
        more(all, Constat.DEMANDES_PERDUES, counts.requested() - declared.requested());
        more(all, Constat.FOURNI_EN_PLUS, declared.answered() - counts.accorded());
        more(all, Constat.FOURNI_EN_MOINS, counts.accorded() - declared.answered());
    }

    private static void more(List<Ecart> all, Constat constat, long number) {
        if (number > 0) {
            all.add(new Ecart(constat, number));
        }
    }
}
