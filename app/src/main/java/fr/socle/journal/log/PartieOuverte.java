package fr.socle.journal.log;

import fr.socle.journal.Audience;
import fr.socle.journal.Entry;
import fr.socle.journal.Kind;
import fr.socle.journal.Part;
import fr.socle.journal.Retention;
import java.time.Period;
import java.util.List;
import java.util.UUID;

/**
 * The data protection officer opened his parts of an entry: who, which, why. Reading the record is
 * recorded too.
 */
record PartieOuverte(UUID agent, String name, int log, long index, String motif) implements Entry {

    private static final Kind KIND =
            new Kind(
                    "journal.partie-ouverte", Retention.imposed(Period.ofYears(3), "RGPD, art. 5"));

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public List<Part> parts() {
        return List.of(
                Part.readBy(Audience.AUDITEUR)
                        .with("journal", log)
                        .with("index", index)
                        .with("motif", motif),
                Part.readBy(Audience.DPO).with("agent", agent.toString()).with("nom", name));
    }
}
