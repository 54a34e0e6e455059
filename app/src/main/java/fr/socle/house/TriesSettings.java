package fr.socle.house;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often somebody may be wrong about a secret, on each node.
 *
 * @param same wrong tries for one account, service or token from one address
 * @param address wrong tries from one address, for whatever it tries; who was right from there in
 *     the last day is not held up by others
 * @param within the time in which all of these come back, one after the other
 */
@ConfigurationProperties("socle.tries")
public record TriesSettings(
        @DefaultValue("20") int same,
        @DefaultValue("300") int address,
        @DefaultValue("PT5M") Duration within) {

    public TriesSettings {
        if (same < 1 || address < 1 || within.toMillis() < Math.max(same, address)) {
            throw new IllegalArgumentException(
                    "socle.tries: at least one try each, and a millisecond for each within");
        }
    }
}
