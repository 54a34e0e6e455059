package fr.socle.habilitations;

/**
 * Why and how long persons do not read of the exchanges that an habilitation founds. They see from
 * the first day that a sealed line exists, on which ground, and when it opens.
 *
 * @param fondement the article that orders it, as persons read it
 * @param days after the line was written
 */
public record Differe(String fondement, int days) {

    public static final int LONGEST_FONDEMENT = 300;

    /** A line is kept thirty-six months: it must open well before it goes. */
    public static final int MOST_DAYS = 900;
}
