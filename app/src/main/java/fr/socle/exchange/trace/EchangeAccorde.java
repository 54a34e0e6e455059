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
import java.util.List;
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
        var facts =
                echange.facts(Part.readBy(AUDITEUR, DPO, CONSOMMATEUR, FOURNISSEUR))
                        .with("remises", released.stream().sorted().toList())
                        .with("date-source", sourceTime.toString());
        var names = echange.names(Part.readBy(DPO));
        parts.add(digest == null ? facts : facts.with("empreinte", digest.hex()));
        parts.add(digest == null ? names : names.with("sel", digest.saltHex()));
        parts.addAll(echange.toldTo(echange.finalite(), "accordé", this::proof));
        return parts;
    }

    private Part proof(Part part) {
        var dated = part.with("date-source", sourceTime.toString());
        return digest == null ? dated : digest.in(dated);
    }
}
