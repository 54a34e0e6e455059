package fr.socle.exchange.trace;

import static fr.socle.journal.Audience.AUDITEUR;
import static fr.socle.journal.Audience.DPO;

import fr.socle.journal.Entry;
import fr.socle.journal.Kind;
import fr.socle.journal.Part;
import java.time.LocalDate;
import java.util.List;

/**
 * The counts of one day were compared.
 *
 * @param lines how many counts were put side by side
 * @param differing how many of them do not fit
 */
public record Rapproche(
        LocalDate day, long requested, long accorded, long received, long lines, long differing)
        implements Entry {

    private static final Kind KIND = new Kind("exchange.rapprochement", Echange.RETENTION);

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public List<Part> parts() {
        return List.of(
                Part.readBy(AUDITEUR, DPO)
                        .with("jour", day.toString())
                        .with("demandes", requested)
                        .with("accordes", accorded)
                        .with("remis", received)
                        .with("comptes", lines)
                        .with("ecarts", differing));
    }
}
