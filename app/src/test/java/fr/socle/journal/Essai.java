package fr.socle.journal;

import static fr.socle.journal.Audience.AUDITEUR;
import static fr.socle.journal.Audience.DPO;
import static fr.socle.journal.Audience.PERSONNE;

import fr.socle.kernel.PersonRef;
import java.time.Period;
import java.util.List;

/**
 * An entry made for tests: it tells the person what was done, the DPO by whom, the auditor that it
 * was.
 */
public record Essai(PersonRef person, String what, Kind kind) implements Entry {

    static final Kind ERASABLE = new Kind("journal.essai", Retention.of(Period.ofMonths(36)));
    static final Kind STATUTORY =
            new Kind(
                    "journal.essai-legal",
                    Retention.imposed(Period.ofYears(5), "CRPA, art. L114-8"));

    public static Essai erasable(PersonRef person, String what) {
        return new Essai(person, what, ERASABLE);
    }

    @Override
    public List<Part> parts() {
        return List.of(
                Part.readBy(PERSONNE).about(person).with("quoi", what),
                Part.readBy(DPO).about(person).with("agent", "Agent d’essai"),
                Part.readBy(AUDITEUR).with("acte", "essai"));
    }
}
