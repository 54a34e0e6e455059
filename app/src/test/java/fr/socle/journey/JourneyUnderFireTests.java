package fr.socle.journey;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.journey.Acts.What;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Families live the journey again and again while the node and its PostgreSQL are killed. What a
 * person was told is done is there afterwards, once, and nothing is half done. The long run: {@code
 * -Dsocle.fire.kills=100 -Dsocle.fire.postgres-kills=20 -Dsocle.fire.families=8}; it takes half an
 * hour on a machine that has nothing else to do. A run that {@code -Dsocle.fire.seconds=…} cuts
 * before its last kill does not pass.
 */
@Tag("fire")
class JourneyUnderFireTests {

    private static final int KILLS = Integer.getInteger("socle.fire.kills", 3);
    private static final int POSTGRES_KILLS = Integer.getInteger("socle.fire.postgres-kills", 1);
    private static final Duration LONGEST =
            Duration.ofSeconds(Integer.getInteger("socle.fire.seconds", 7200));
    private static final int FAMILIES = Integer.getInteger("socle.fire.families", 4);

    @TempDir Path folder;

    @Test
    void whatWasToldIsThereOnceAndNothingIsHalfDone() throws Exception {
        Random random = new SecureRandom();
        try (var node = LivingNode.start(folder, Map.of()).ready();
                var acts = new Acts(folder.resolve("oracle.txt"))) {
            var fire = new Fire(node, random);
            live(node, acts, fire, random);
            node.ready();
            try (var kept = new Kept(node, acts)) {
                kept.settle();
                tell(fire, acts);
                kept.assertAll();
            }
            assertThat(fire.postgresKills()).isEqualTo(POSTGRES_KILLS);
            assertThat(fire.kills()).isEqualTo(KILLS + POSTGRES_KILLS);
        }
    }

    private static void live(LivingNode node, Acts acts, Fire fire, Random random)
            throws Exception {
        var parents = parents(node);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var households = new ArrayList<Future<?>>();
            for (var parent : parents) {
                var household = new Household(node, parent, random, acts, fire);
                households.add(threads.submit(household::live));
            }
            fire.rage(KILLS, POSTGRES_KILLS, LONGEST);
            assertThat(failures(households)).isEmpty();
        }
    }

    /** All of them, because the first may hide another. */
    private static List<String> failures(List<Future<?>> households) throws InterruptedException {
        var failures = new ArrayList<String>();
        for (var household : households) {
            try {
                household.get();
            } catch (ExecutionException failed) {
                failures.add(Throwables.getStackTrace(failed.getCause()));
            }
        }
        return failures;
    }

    private static List<String> parents(LivingNode node) {
        var nodes = List.of(node.address());
        var tampering = new TamperSteps(new Browser(nodes, List.of()));
        tampering.behave();
        var unique = Journey.draw(tampering.persons(nodes), new SecureRandom());
        assertThat(unique).hasSizeGreaterThanOrEqualTo(FAMILIES);
        return unique.subList(0, FAMILIES);
    }

    private static void tell(Fire fire, Acts acts) throws Exception {
        System.out.printf(
                "fire: %d kills of the node and %d of PostgreSQL, %d families, %d acts told, %d dossiers; %s%n",
                fire.kills() - fire.postgresKills(),
                fire.postgresKills(),
                FAMILIES,
                acts.all().size(),
                acts.all(What.DEPOSITED).size(),
                fire.told());
    }
}
