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
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An exchange ended. The person reads of it unless the data arrived and the entry of the grant told
 * all of it already; nobody is accused of what became of it on the way.
 *
 * @param flowed what left of an answer that was not held, when all of it did
 */
public record EchangeTermine(Echange echange, Issue issue, @Nullable Flowed flowed)
        implements Entry {

    static final Kind KIND = new Kind("exchange.termine", Echange.RETENTION);

    /**
     * What an answer held that was too large to be held here.
     *
     * @param released the fields that left
     */
    public record Flowed(Set<String> released, SaltedDigest digest) {
        public Flowed {
            released = Set.copyOf(released);
        }
    }

    public EchangeTermine(Echange echange, Issue issue) {
        this(echange, issue, null);
    }

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public List<Part> parts() {
        var parts = new ArrayList<Part>();
        var facts =
                echange.facts(Part.readBy(AUDITEUR, DPO, CONSOMMATEUR, FOURNISSEUR))
                        .with("issue", issue.word());
        if (flowed == null) {
            parts.add(facts);
        } else {
            parts.add(
                    facts.with("remises", flowed.released().stream().sorted().toList())
                            .with("empreinte", flowed.digest().hex()));
            parts.add(Part.readBy(DPO).with("sel", flowed.digest().saltHex()));
        }
        if (flowed != null || issue != Issue.REMIS) {
            parts.addAll(echange.toldTo(echange.finalite(), issue.word(), proof()));
        }
        return parts;
    }

    private Map<String, String> proof() {
        return flowed == null ? Map.of() : flowed.digest().proof();
    }
}
