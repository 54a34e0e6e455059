package fr.socle.habilitations.echeance;

import java.time.LocalDate;

/** What is told of a term: some days before it, and when it is over. */
public enum Step {
    RAPPEL_90("rappel-90", 90, 30),
    RAPPEL_30("rappel-30", 30, 7),
    RAPPEL_7("rappel-7", 7, 0),
    EXPIREE("expiree", 0, 0);

    private final String code;
    private final int days;
    private final int next;

    Step(String code, int days, int next) {
        this.code = code;
        this.days = days;
        this.next = next;
    }

    /** The word for rows and letters. */
    public String code() {
        return code;
    }

    /** The earliest end, exclusive of what is over, of which this step is due today. */
    public LocalDate after(LocalDate today) {
        return this == EXPIREE ? LocalDate.EPOCH : today.plusDays(next);
    }

    /** The latest end of which it is due today. */
    public LocalDate upTo(LocalDate today) {
        return today.plusDays(days);
    }

    /** Days before the end on which it becomes due; a shorter grant is not reminded of. */
    public int days() {
        return days;
    }
}
