package fr.socle.citoyen.usages;

/** Where an entry stands in the journal. */
public record Place(int log, long index) {

    /** The name under which its receipt is saved. */
    public String fileName() {
        return "recu-" + log + "-" + index + ".tlog-proof";
    }
}
