package fr.socle.demarches;

import fr.socle.directory.OrganisationId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What the procedures of this house are worth in figures. Nothing here is about anybody. */
public interface DemarcheFigures {

    /** Every procedure that was published once, by title. */
    List<Listed> all();

    /** What happened in each; one without deposit and decision in these days is absent. */
    Map<DemarcheId, Activity> between(LocalDate first, LocalDate last);

    /**
     * A procedure of this house.
     *
     * @param path where it starts: {@code /demarches/<slug>}
     * @param open whether a dossier can begin today
     */
    record Listed(
            DemarcheId id, OrganisationId organisation, String path, String title, boolean open) {}

    /**
     * What usagers and agents did in some days of Paris.
     *
     * @param deposits dossiers that were deposited
     * @param decisions dossiers that were decided
     * @param medianDays from deposit to decision, half of the dossiers; -1 under three decisions
     * @param slowDays the same for nine dossiers of ten; -1 under three decisions
     * @param askedAgain how many things usagers had to tell or join although an administration
     *     knows them: each document to join, and each field with a source that most had to fill
     */
    record Activity(long deposits, long decisions, int medianDays, int slowDays, int askedAgain) {}
}
