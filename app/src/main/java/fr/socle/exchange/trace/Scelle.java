package fr.socle.exchange.trace;

import static fr.socle.journal.Audience.AUDITEUR;
import static fr.socle.journal.Audience.DPO;
import static fr.socle.journal.Audience.PERSONNE;

import fr.socle.habilitations.Differe;
import fr.socle.journal.Entry;
import fr.socle.journal.Kind;
import fr.socle.journal.Part;
import fr.socle.kernel.PersonRef;
import fr.socle.ui.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What an entry would have told a person, deferred on a legal ground. It has a kind of its own,
 * because the kind of the other entry would tell what was done: until the day the person reads that
 * a sealed line exists, why, and when it opens, and nothing else.
 */
public record Scelle(Part told, Differe differe, LocalDate opens, String motif) implements Entry {

    private static final Kind KIND = new Kind("exchange.scelle", Echange.RETENTION);

    /** An entry and what it tells persons, apart. */
    public record Split(Entry silent, List<Scelle> sealed) {
        public Split {
            sealed = List.copyOf(sealed);
        }
    }

    /**
     * @param today of Paris
     * @param words in which the person reads when it opens: French, because an entry is read long
     *     after
     */
    public static Split split(Entry entry, Differe differe, LocalDate today, Words words) {
        var opens = today.plusDays(differe.days());
        var motif = words.of("exchange.scelle.motif", words.day(opens));
        var sealed =
                entry.parts().stream()
                        .filter(Scelle::isForPerson)
                        .map(it -> new Scelle(it, differe, opens, motif))
                        .toList();
        return new Split(new Silent(entry), sealed);
    }

    private static boolean isForPerson(Part part) {
        return part.audiences().contains(PERSONNE);
    }

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public List<Part> parts() {
        return List.of(notice(), told.openingOn(opens), facts());
    }

    /** What the person reads from the first day. */
    public Part notice() {
        return Part.readBy(PERSONNE)
                .about(person())
                .with("motif", motif)
                .with("fondement", differe.fondement())
                .with("ouverture", opens.toString());
    }

    /** Nothing that would lead from here to the exchange. */
    private Part facts() {
        return Part.readBy(AUDITEUR, DPO)
                .with("fondement", differe.fondement())
                .with("ouverture", opens.toString());
    }

    private PersonRef person() {
        return Objects.requireNonNull(told.person());
    }

    /** The same entry, which tells persons nothing. */
    private record Silent(Entry entry) implements Entry {

        @Override
        public Kind kind() {
            return entry.kind();
        }

        @Override
        public List<Part> parts() {
            var parts = new ArrayList<>(entry.parts());
            parts.removeIf(Scelle::isForPerson);
            return parts;
        }
    }
}
