package fr.socle.avis.observatoire.probe;

/**
 * What the prober saw of one procedure over some days.
 *
 * @param asked minutes in which it was asked
 * @param up how many of these it answered
 * @param pages how many whole pages came
 * @param millis how long they took together
 */
public record Uptime(long asked, long up, long pages, long millis) {

    public static final Uptime NONE = new Uptime(0, 0, 0, 0);
}
