package fr.socle.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two nodes on one PostgreSQL and one data folder serve the whole journey of two families at once,
 * each request by the node whose turn it is: nothing lives in a node's memory alone.
 */
@Tag("fire")
class TwoNodesTests {

    @TempDir Path folder;

    @Test
    void theWholeJourneyAlternates() throws Exception {
        try (var one = LivingNode.start(folder, Map.of()).ready();
                var two = LivingNode.start(folder, one.neighbour()).ready()) {
            var code =
                    one.command(
                            "journey",
                            "--twice",
                            "--url",
                            one.address().toString(),
                            "--url",
                            two.address().toString());
            assertThat(code).as(one.said()).isZero();
            assertThat(one.said()).contains("Tout tient");
        }
    }
}
