package fr.socle.journal.fire;

import fr.socle.journal.Audience;
import fr.socle.journal.Entry;
import fr.socle.journal.Kind;
import fr.socle.journal.Part;
import fr.socle.kernel.PersonRef;
import java.util.ArrayList;
import java.util.List;

/** An entry that concerns any number of persons, each of whom reads a part of their own. */
record Several(String what, Kind kind, List<PersonRef> persons) implements Entry {

    static Several about(String what, PersonRef... persons) {
        return new Several(what, Trace.USUAL, List.of(persons));
    }

    /** The same, gone after two months. */
    static Several brief(String what, PersonRef... persons) {
        return new Several(what, Trace.SHORT, List.of(persons));
    }

    @Override
    public List<Part> parts() {
        var parts = new ArrayList<Part>();
        for (var person : persons) {
            parts.add(Part.readBy(Audience.PERSONNE).about(person).with("quoi", what));
            parts.add(Part.readBy(Audience.DPO).about(person).with("agent", "Agent d’essai"));
        }
        parts.add(Part.readBy(Audience.AUDITEUR).with("acte", "essai"));
        return parts;
    }
}
