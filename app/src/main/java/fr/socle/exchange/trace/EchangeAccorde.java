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

/** The data may leave: durable before its first byte does. */
public record EchangeAccorde(
        Echange echange, Set<String> released, Instant sourceTime, SaltedDigest digest)
        implements Entry {

    private static final Kind KIND = new Kind("exchange.accorde", Echange.RETENTION);

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public List<Part> parts() {
        var parts = new ArrayList<Part>();
        parts.add(
                echange.facts(Part.readBy(AUDITEUR, DPO, CONSOMMATEUR, FOURNISSEUR))
                        .with("remises", released.stream().sorted().toList())
                        .with("date-source", sourceTime.toString())
                        .with("empreinte", digest.hex()));
        parts.add(echange.names(Part.readBy(DPO)).with("sel", digest.saltHex()));
        parts.addAll(echange.toldTo(echange.finalite(), "accordé", this::proof));
        return parts;
    }

    private Part proof(Part part) {
        return part.with("date-source", sourceTime.toString())
                .with("empreinte", digest.hex())
                .with("sel", digest.saltHex());
    }
}
