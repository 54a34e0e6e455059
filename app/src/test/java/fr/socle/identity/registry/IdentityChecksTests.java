package fr.socle.identity.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.socle.PostgresTest;
import fr.socle.identity.DemonstrationMode;
import fr.socle.identity.broker.UpstreamFailure;
import fr.socle.identity.broker.UpstreamFault;
import fr.socle.identity.federation.Federation;
import fr.socle.identity.keys.SealedMap;
import fr.socle.identity.keys.Secrets;
import fr.socle.identity.registry.RegistrySettings.WhenDown;
import fr.socle.kernel.BirthDate;
import fr.socle.kernel.BirthPlace;
import fr.socle.kernel.CodeCommune;
import fr.socle.kernel.Gender;
import fr.socle.kernel.IdentitePivot;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who is let in, and as whom, is the federation's rule and the register's word. */
@NullMarked
@PostgresTest
class IdentityChecksTests {

    private static final IdentitePivot ASKED = identity("Dupond-Fictif");
    private static final IdentitePivot KNOWN = identity("DUPONT-FICTIF");

    @Autowired Secrets secrets;
    @Autowired SealedMap seals;
    @Autowired DemonstrationMode demonstration;

    private Clock clock = Clock.fixed(Instant.parse("2026-11-22T08:00:00Z"), ZoneOffset.UTC);
    private Verdict verdict = new Verdict.Found(KNOWN);
    private int asked;

    private static IdentitePivot identity(String family) {
        return new IdentitePivot(
                "Essai",
                family,
                new BirthDate.Day(LocalDate.of(1990, 1, 2)),
                Gender.FEMALE,
                new BirthPlace.InFrance(new CodeCommune("75117")));
    }

    private IdentityChecks checks(WhenDown low, WhenDown plus) {
        var settings = new RegistrySettings("http://127.0.0.1:9", low, plus, Duration.ofMinutes(5));
        var moving =
                new Clock() {
                    @Override
                    public Instant instant() {
                        return clock.instant();
                    }

                    @Override
                    public java.time.ZoneId getZone() {
                        return ZoneOffset.UTC;
                    }

                    @Override
                    public Clock withZone(java.time.ZoneId zone) {
                        return this;
                    }
                };
        return new IdentityChecks(
                _ -> {
                    asked++;
                    return verdict;
                },
                new RecentChecks(secrets, seals, settings, moving),
                settings,
                demonstration);
    }

    @Test
    void whoWasFoundIsNotLookedUpAgainForFiveMinutes() throws UpstreamFailure {
        var checks = checks(WhenDown.REFUSER, WhenDown.REFUSER);
        for (int i = 0; i < 3; i++) {
            var certified = checks.certified(Federation.CITOYENS, ASKED).orElseThrow();
            assertThat(certified.familyName()).isEqualTo("DUPONT-FICTIF");
        }
        assertThat(asked).isEqualTo(1);
        checks.certified(Federation.CITOYENS, identity("Autre-Fictif"));
        assertThat(asked).isEqualTo(2);
        clock = Clock.offset(clock, Duration.ofMinutes(6));
        checks.certified(Federation.CITOYENS, ASKED);
        assertThat(asked).isEqualTo(3);
    }

    @Test
    void aRefusalIsLookedUpEachTime() {
        verdict = new Verdict.Deceased();
        var checks = checks(WhenDown.ADMETTRE, WhenDown.ADMETTRE);
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> checks.certified(Federation.CITOYENS, ASKED))
                    .isInstanceOfSatisfying(
                            UpstreamFailure.class,
                            it ->
                                    assertThat(it.fault())
                                            .isEqualTo(UpstreamFault.REGISTRY_DECEASED));
        }
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void withoutVerdictEachFederationFollowsItsOwnSetting() throws UpstreamFailure {
        verdict = new Verdict.Unavailable(UpstreamFault.REGISTRY_TIMEOUT, "slow");
        var checks = checks(WhenDown.ADMETTRE, WhenDown.REFUSER);
        assertThat(checks.certified(Federation.CITOYENS, ASKED)).isEmpty();
        assertThatThrownBy(() -> checks.certified(Federation.CITOYENS_PLUS, ASKED))
                .isInstanceOf(UpstreamFailure.class)
                .hasMessageStartingWith("Y010011");
    }
}
