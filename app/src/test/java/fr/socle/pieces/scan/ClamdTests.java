package fr.socle.pieces.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.socle.pieces.Samples;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClamdTests {

    @SuppressWarnings("NullAway.Init")
    private FakeClamd server;

    @SuppressWarnings("NullAway.Init")
    private Clamd clamd;

    @BeforeEach
    void start() throws IOException {
        server = new FakeClamd(500_000);
        clamd = Clamd.at("localhost:" + server.port(), Duration.ofSeconds(10));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void aCleanContentIsClean() {
        assertThat(scan(Samples.pdf(300_000))).isEqualTo(new Verdict.Clean());
    }

    @Test
    void whatItFindsIsNamed() {
        var bytes = Samples.join(Samples.pdf(200_000), Samples.text("EICAR-ESSAI"));
        assertThat(scan(bytes)).isEqualTo(new Verdict.Infected("Essai-Signature"));
    }

    @Test
    void aContentBeyondItsLimitStaysHeld() {
        assertThat(scan(new byte[600_000]))
                .isInstanceOfSatisfying(
                        Verdict.Undecided.class,
                        it -> assertThat(it.problem()).contains("size limit exceeded"));
        assertThat(scan(new byte[20_000_000])).isInstanceOf(Verdict.Undecided.class);
    }

    @Test
    void aConnectionThatIsCutDecidesNothing() {
        server.mood(FakeClamd.Mood.CUTS_AT_ONCE);
        assertThat(scan(new byte[400_000])).isInstanceOf(Verdict.Undecided.class);
        server.mood(FakeClamd.Mood.CUTS_AFTER_CONTENT);
        assertThat(scan(new byte[100])).isInstanceOf(Verdict.Undecided.class);
    }

    @Test
    void oneThatSaysNothingIsGivenUpInTime() {
        server.mood(FakeClamd.Mood.SILENT);
        clamd = Clamd.at("localhost:" + server.port(), Duration.ofMillis(300));
        var start = System.nanoTime();
        assertThat(scan(new byte[100])).isInstanceOf(Verdict.Undecided.class);
        assertThat(scan(new byte[50_000_000])).isInstanceOf(Verdict.Undecided.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void oneThatIsNotThereDecidesNothing() throws IOException {
        int unused;
        try (var taken = new ServerSocket(0)) {
            unused = taken.getLocalPort();
        }
        clamd = Clamd.at("localhost:" + unused, Duration.ofSeconds(10));
        assertThat(scan(new byte[100])).isInstanceOf(Verdict.Undecided.class);
    }

    @Test
    void anAddressThatIsNoneStopsTheStart() {
        for (var wrong : Arrays.asList("clamd", "clamd:", ":3310", "clamd:port")) {
            assertThatThrownBy(() -> Clamd.at(wrong, Duration.ofSeconds(1)))
                    .as(wrong)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private Verdict scan(byte[] bytes) {
        return clamd.scan(Samples.content(bytes));
    }
}
