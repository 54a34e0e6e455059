package fr.socle.journal.fire;

import fr.socle.journal.Audience;
import fr.socle.journal.Entry;
import fr.socle.journal.Kind;
import fr.socle.journal.Part;
import fr.socle.journal.Retention;
import fr.socle.kernel.PersonRef;
import java.time.Period;
import java.util.List;
import java.util.UUID;

/** An entry made for these tests, about one of a few made-up persons. */
record Trace(PersonRef person, String what, Kind kind) implements Entry {

    static final Kind USUAL = new Kind("journal.trace-essai", Retention.of(Period.ofMonths(36)));
    static final Kind SHORT = new Kind("journal.trace-courte", Retention.of(Period.ofMonths(1)));

    private static final int PERSONS = 50;

    static Trace of(String what) {
        var one = Math.floorMod(what.hashCode(), PERSONS);
        return new Trace(
                new PersonRef(new UUID(0x4000, 0x8000_0000_0000_0000L | one)), what, USUAL);
    }

    Trace kept(Kind other) {
        return new Trace(person, what, other);
    }

    @Override
    public List<Part> parts() {
        return List.of(
                Part.readBy(Audience.PERSONNE).about(person).with("quoi", what),
                Part.readBy(Audience.AUDITEUR).with("acte", what));
    }
}
