package fr.socle.identity.registry;

import fr.socle.identity.federation.Contract;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The register of civil status.
 *
 * @param address where the RNIPP is reached, without final slash and without the path of its
 *     contract; by default the made-up register in a demonstration, and none elsewhere: then no
 *     identity is checked, and all are marked so
 * @param citoyensWhenDown what becomes of citizens at the level eidas1 when the register does not
 *     answer: {@code refuser}, or {@code admettre} with the provider's identity, marked as not
 *     checked
 * @param citoyensPlusWhenDown the same for the levels eidas2 and eidas3
 * @param kept how long an answer that found the person is used again by the node that got it; at
 *     most an hour
 */
@ConfigurationProperties("socle.identity.registry")
public record RegistrySettings(
        @Nullable String address,
        @DefaultValue("refuser") WhenDown citoyensWhenDown,
        @DefaultValue("refuser") WhenDown citoyensPlusWhenDown,
        @DefaultValue("PT5M") Duration kept) {

    /** What becomes of a sign-in without verdict. */
    public enum WhenDown {
        REFUSER,
        ADMETTRE
    }

    /** For federations of this contract that have no rule of their own. */
    WhenDown whenDown(Contract contract) {
        return switch (contract) {
            case FRANCECONNECT -> citoyensWhenDown;
            case FRANCECONNECT_PLUS -> citoyensPlusWhenDown;
            // because an agent has no civil status to look up
            case PROCONNECT -> WhenDown.ADMETTRE;
        };
    }

    public RegistrySettings {
        address = address == null || address.isBlank() ? null : address.replaceAll("/+$", "");
        if (kept.isNegative() || kept.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("identity.registry.kept is at most an hour");
        }
    }
}
