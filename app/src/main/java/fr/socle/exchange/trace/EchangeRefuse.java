package fr.socle.exchange.trace;

import static fr.socle.journal.Audience.AUDITEUR;
import static fr.socle.journal.Audience.CONSOMMATEUR;
import static fr.socle.journal.Audience.DPO;

import fr.socle.exchange.Answer.Reason;
import fr.socle.journal.Entry;
import fr.socle.journal.Kind;
import fr.socle.journal.Part;
import fr.socle.ui.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Someone asked without the right to. The provider was not called. */
public record EchangeRefuse(Echange echange, List<Reason> reasons, String motif) implements Entry {

    private static final Kind KIND = new Kind("exchange.refuse", Echange.RETENTION);

    /** With the reasons in these words, which the person reads as the motive. */
    public static EchangeRefuse of(Echange echange, List<Reason> reasons, Words words) {
        var motif =
                reasons.stream()
                        .map(it -> words.of("exchange.reason." + it.name()))
                        .collect(Collectors.joining(" "));
        return new EchangeRefuse(echange, reasons, motif);
    }

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public List<Part> parts() {
        var parts = new ArrayList<Part>();
        parts.add(
                echange.facts(Part.readBy(AUDITEUR, DPO, CONSOMMATEUR))
                        .with(
                                "raisons",
                                reasons.stream()
                                        .map(it -> it.toOthers().name())
                                        .distinct()
                                        .toList()));
        parts.add(echange.names(Part.readBy(DPO)));
        parts.addAll(echange.toldTo(motif, "refusé", Map.of()));
        return parts;
    }
}
