package fr.socle.exchange.trace;

import static fr.socle.journal.Audience.AUDITEUR;
import static fr.socle.journal.Audience.CONSOMMATEUR;
import static fr.socle.journal.Audience.DPO;
import static fr.socle.journal.Audience.FOURNISSEUR;

import fr.socle.journal.Entry;
import fr.socle.journal.Kind;
import fr.socle.journal.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * An exchange ended. The person reads of it unless the data arrived: that it was free to leave is
 * told by an entry of its own, and nobody is accused of what became of it on the way.
 */
public record EchangeTermine(Echange echange, Issue issue) implements Entry {

    static final Kind KIND = new Kind("exchange.termine", Echange.RETENTION);

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public List<Part> parts() {
        var parts = new ArrayList<Part>();
        parts.add(
                echange.facts(Part.readBy(AUDITEUR, DPO, CONSOMMATEUR, FOURNISSEUR))
                        .with("issue", issue.word()));
        if (issue != Issue.REMIS) {
            parts.addAll(
                    echange.toldTo(echange.finalite(), issue.word(), UnaryOperator.identity()));
        }
        return parts;
    }
}
