package fr.socle.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl+C while the demonstration is being written. */
@Tag("fire")
class EarlyStopTests {

    @TempDir Path folder;

    @Test
    void aStartThatIsStoppedSaysSoInOneLine() throws IOException {
        try (var node = LivingNode.start(folder, Map.of())) {
            await().pollInterval(Duration.ofMillis(5))
                    .atMost(Duration.ofMinutes(4))
                    .until(() -> said().contains("pages sur le port"));
        }
        assertThat(said())
                .contains("Socle s’arrête avant d’avoir fini de démarrer.")
                .doesNotContain("\tat ")
                .doesNotContain("Exception")
                .doesNotContain("Prêt en");
    }

    private String said() throws IOException {
        var log = folder.resolve("noeud.log");
        return Files.exists(log) ? Files.readString(log) : "";
    }
}
