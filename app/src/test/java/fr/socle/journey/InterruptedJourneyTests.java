package fr.socle.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl+C while the journey's own Socle runs. */
@Tag("fire")
class InterruptedJourneyTests {

    @TempDir Path folder;

    @Test
    void nothingIsLeftOfItsOwnSocle() throws Exception {
        var scratch = Files.createDirectory(folder.resolve("passage"));
        var options = Map.of("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + scratch);
        var journey = LivingNode.launch(folder, List.of("journey"), options);
        var own =
                await().atMost(Duration.ofMinutes(1))
                        .until(() -> ofItsSocle(journey), it -> it > 0);
        var left = ProcessHandle.of(own).orElseThrow();
        await().atMost(Duration.ofMinutes(2))
                .until(
                        () ->
                                folders(scratch).stream()
                                        .anyMatch(InterruptedJourneyTests::hasDatabase));
        journey.destroy();
        assertThat(journey.waitFor(40, TimeUnit.SECONDS)).isTrue();
        assertThat(left.isAlive()).isFalse();
        assertThat(folders(scratch)).isEmpty();
    }

    private static long ofItsSocle(Process journey) {
        return journey.children().mapToLong(ProcessHandle::pid).findFirst().orElse(0);
    }

    private static boolean hasDatabase(Path own) {
        return Files.exists(own.resolve("data/postgresql/postmaster.pid"));
    }

    private static List<Path> folders(Path scratch) throws IOException {
        try (var all = Files.list(scratch)) {
            return all.filter(it -> it.getFileName().toString().startsWith("socle-")).toList();
        }
    }
}
