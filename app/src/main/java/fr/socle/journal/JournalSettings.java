package fr.socle.journal;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the journal works.
 *
 * @param origin the name under which the log signs; by default the public address without scheme,
 *     with {@code /journal/1}. It is fixed when the log is opened
 * @param integrateEvery the shortest time between two integrations on a node
 * @param publishEvery the shortest time between two signatures
 * @param witnesses who cosigns, each as {@code <submission address> <verifier key>}
 * @param witnessEvery how often the witnesses are asked
 * @param mapEvery how often the map of everybody’s last entries is written, when something changed
 */
@ConfigurationProperties("socle.journal")
public record JournalSettings(
        @Nullable String origin,
        @DefaultValue("50ms") Duration integrateEvery,
        @DefaultValue("500ms") Duration publishEvery,
        @DefaultValue List<String> witnesses,
        @DefaultValue("2s") Duration witnessEvery,
        @DefaultValue("1h") Duration mapEvery) {}
