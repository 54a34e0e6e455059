package fr.socle.avis.observatoire.probe;

/**
 * What was seen of one procedure over some days.
 *
 * @param asked minutes in which the prober asked
 * @param up how many of these it was answered
 * @param pages how many whole pages the prober got
 * @param millis how long they took together
 * @param visits how many browsers told how long they had waited
 * @param waited how long together, in milliseconds
 */
public record Uptime(long asked, long up, long pages, long millis, long visits, long waited) {

    public static final Uptime NONE = new Uptime(0, 0, 0, 0, 0, 0);

    /** Fewer visits than that say more of their browsers than of the service. */
    private static final long ENOUGH = 100;

    /** Whether the loading time is that of visitors; else it is the prober's. */
    public boolean timedByVisitors() {
        return visits >= ENOUGH;
    }

    /** How many pages the loading time is the mean of. */
    public long timed() {
        return timedByVisitors() ? visits : pages;
    }

    /** How long they took together, in milliseconds. */
    public long timedMillis() {
        return timedByVisitors() ? waited : millis;
    }
}
