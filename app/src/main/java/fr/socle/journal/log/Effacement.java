package fr.socle.journal.log;

import fr.socle.journal.Audience;
import fr.socle.journal.Entry;
import fr.socle.journal.Kind;
import fr.socle.journal.Part;
import fr.socle.journal.Retention;
import java.time.Period;
import java.time.YearMonth;
import java.util.List;

/**
 * Parts were erased, and why. It outlives them, so that a check can tell an erasure from a loss.
 */
public record Effacement(Scope scope, String motif) implements Entry {

    public static final Kind KIND =
            new Kind("journal.effacement", Retention.of(Period.ofYears(100)));

    /** What was erased. */
    public sealed interface Scope {
        /** The parts of one entry. */
        record OfEntry(int log, long index) implements Scope {}

        /** A person's key, and with it every part that it sealed. */
        record OfKey(long key) implements Scope {}

        /** Everything that was to be kept until this month. */
        record OfMonth(YearMonth month) implements Scope {}
    }

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public List<Part> parts() {
        var part = Part.readBy(Audience.AUDITEUR, Audience.DPO).with("motif", motif);
        return List.of(
                switch (scope) {
                    case Scope.OfEntry(var log, var index) ->
                            part.with("journal", log).with("index", index);
                    case Scope.OfKey(var key) -> part.with("cle", key);
                    case Scope.OfMonth(var month) -> part.with("mois", month.toString());
                });
    }
}
