package fr.socle.exchange.trace;

import static fr.socle.journal.Audience.AUDITEUR;
import static fr.socle.journal.Audience.CONSOMMATEUR;
import static fr.socle.journal.Audience.DPO;
import static fr.socle.journal.Audience.FOURNISSEUR;

import fr.socle.journal.Entry;
import fr.socle.journal.Kind;
import fr.socle.journal.Part;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The data may leave: durable before its first byte does.
 *
 * @param released the fields that leave, or may when it flows
 * @param digest null for an answer that is not held: its end tells it
 */
public record EchangeAccorde(
        Echange echange, Set<String> released, Instant sourceTime, @Nullable SaltedDigest digest)
        implements Entry {

    private static final Kind KIND = new Kind("exchange.accorde", Echange.RETENTION);

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public List<Part> parts() {
        var parts = new ArrayList<Part>();
        parts.add(echange.facts(Part.readBy(AUDITEUR, DPO, CONSOMMATEUR, FOURNISSEUR), facts()));
        parts.add(
                echange.names(
                        Part.readBy(DPO),
                        digest == null ? Map.of() : Map.of("sel", digest.saltHex())));
        parts.addAll(echange.toldTo(echange.finalite(), "accordé", proof()));
        return parts;
    }

    private Map<String, Object> facts() {
        var facts = new HashMap<String, Object>();
        facts.put("remises", released.stream().sorted().toList());
        facts.put("date-source", sourceTime.toString());
        if (digest != null) {
            facts.put("empreinte", digest.hex());
        }
        return facts;
    }

    private Map<String, String> proof() {
        var dated = new HashMap<String, String>();
        dated.put("date-source", sourceTime.toString());
        if (digest != null) {
            dated.putAll(digest.proof());
        }
        return dated;
    }
}
