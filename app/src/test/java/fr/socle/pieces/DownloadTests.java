package fr.socle.pieces;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.PostgresTest;
import fr.socle.house.DataFolder;
import fr.socle.journal.Journal;
import fr.socle.pieces.trace.PieceConsultee;
import fr.socle.pieces.trace.PieceRefusee;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@PostgresTest
@Import(House.class)
class DownloadTests {

    private static final Accepted PDF = Accepted.of(10_000_000, Family.PDF, Family.TEXTE);
    private static final Owner OWNER = Owner.of("essai", "dossier-1");
    private static final String WHO = "X-Essai-Agent";
    private static final String ME = House.OWNER_AGENT.toString();

    @LocalServerPort int port;
    @Autowired Pieces pieces;
    @Autowired Journal journal;
    @Autowired DataFolder data;

    @SuppressWarnings("NullAway.Init")
    private Browser browser;

    private final byte[] bytes = Samples.pdf(200_000);

    @BeforeEach
    void open() {
        browser = new Browser(port);
    }

    @Test
    void theWholePieceIsGivenToWhomItsOwnerAllows() throws Exception {
        var id = receive(OWNER);
        var answer = browser.get("/pieces/" + id, WHO, ME);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(bytes);
        assertThat(header(answer, "Content-Type")).isEqualTo("application/pdf");
        assertThat(header(answer, "Content-Disposition"))
                .isEqualTo(
                        "attachment; filename=\"Avis d'ete.pdf\"; filename*=UTF-8''Avis%20d%27%C3%A9t%C3%A9.pdf");
        assertThat(header(answer, "Content-Security-Policy"))
                .isEqualTo("sandbox; default-src 'none'");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Cache-Control")).isEqualTo("private, no-store");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void aPdfIsShownOnlyWhenAsked() throws Exception {
        var answer = browser.get("/pieces/" + receive(OWNER) + "?apercu", WHO, ME);
        assertThat(header(answer, "Content-Disposition")).startsWith("inline");
        assertThat(header(answer, "Content-Security-Policy")).startsWith("sandbox");
    }

    @Test
    void rangesAreGivenFromAnyPlace() throws Exception {
        var path = "/pieces/" + receive(OWNER);
        for (var range : new int[][] {{0, 0}, {65_530, 65_545}, {131_072, 199_999}}) {
            var answer = browser.get(path, WHO, ME, "Range", "bytes=" + range[0] + "-" + range[1]);
            assertThat(answer.statusCode()).isEqualTo(206);
            assertThat(answer.body()).isEqualTo(Arrays.copyOfRange(bytes, range[0], range[1] + 1));
            assertThat(header(answer, "Content-Range"))
                    .isEqualTo("bytes " + range[0] + "-" + range[1] + "/200000");
        }
        assertThat(browser.get(path, WHO, ME, "Range", "bytes=-7").body())
                .isEqualTo(Arrays.copyOfRange(bytes, 199_993, 200_000));
        var wrong = browser.get(path, WHO, ME, "Range", "bytes=200000-");
        assertThat(wrong.statusCode()).isEqualTo(416);
        assertThat(header(wrong, "Content-Range")).isEqualTo("bytes */200000");
        for (var ignored : new String[] {"bytes=0-1,3-4", "bytes=abc"}) {
            var answer = browser.get(path, WHO, ME, "Range", ignored);
            assertThat(answer.statusCode()).as(ignored).isEqualTo(200);
            assertThat(answer.body()).as(ignored).isEqualTo(bytes);
        }
    }

    @Test
    void conditionsAreHeeded() throws Exception {
        var path = "/pieces/" + receive(OWNER);
        var etag = header(browser.head(path, WHO, ME), "ETag");
        assertThat(browser.get(path, WHO, ME, "If-None-Match", etag).statusCode()).isEqualTo(304);
        assertThat(browser.get(path, WHO, ME, "If-Range", etag, "Range", "bytes=0-3").statusCode())
                .isEqualTo(206);
        assertThat(
                        browser.get(path, WHO, ME, "If-Range", "\"autre\"", "Range", "bytes=0-3")
                                .statusCode())
                .isEqualTo(200);
    }

    @Test
    void headTellsTheSizeAndOpensNothing() throws Exception {
        var id = receive(OWNER);
        var answer = browser.head("/pieces/" + id, WHO, ME);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Length")).isEqualTo("200000");
        assertThat(openings(id)).isZero();
    }

    @Test
    void nobodyElseLearnsThatItExists() throws Exception {
        var known = "/pieces/" + receive(OWNER);
        var guardless = "/pieces/" + receive(Owner.of("orphelin", "x"));
        var unknown = "/pieces/" + UUID.randomUUID();
        var stranger = new UUID(3, 3).toString();
        assertThat(browser.get(unknown).statusCode()).isEqualTo(404);
        assertThat(browser.get(known).statusCode()).isEqualTo(404);
        assertThat(browser.get(known, WHO, stranger).statusCode()).isEqualTo(404);
        assertThat(browser.get(guardless, WHO, ME).statusCode()).isEqualTo(404);
        assertThat(browser.get("/pieces/pas-un-id", WHO, ME).statusCode()).isEqualTo(404);
        assertThat(browser.get(known + "%00", WHO, ME).statusCode()).isIn(400, 404);
        assertThat(sortedHeaders(browser.get(known)))
                .isEqualTo(sortedHeaders(browser.get(unknown)));
    }

    @Test
    void everyOpeningIsInTheJournalBeforeTheFirstByte() throws Exception {
        var id = receive(OWNER);
        browser.get("/pieces/" + id, WHO, ME);
        browser.get("/pieces/" + id, WHO, ME, "Range", "bytes=5-9");
        browser.get("/pieces/" + id);
        assertThat(openings(id)).isEqualTo(2);
    }

    @Test
    void anAgentWhoIsRefusedIsInTheJournalOnceAnHour() throws Exception {
        var id = receive(OWNER);
        var stranger = UUID.randomUUID().toString();
        browser.get("/pieces/" + id, WHO, stranger);
        browser.get("/pieces/" + id, WHO, stranger);
        assertThat(refusals(id)).containsExactly(stranger);
        var other = UUID.randomUUID().toString();
        browser.get("/pieces/" + id, WHO, other);
        browser.get("/pieces/" + id);
        browser.get("/pieces/" + id, WHO, ME);
        assertThat(refusals(id)).containsExactly(stranger, other);
    }

    @Test
    void noEntryNoData() throws Exception {
        var id = receive(OWNER);
        watched().broken = true;
        try {
            var answer = browser.get("/pieces/" + id, WHO, ME);
            assertThat(answer.statusCode()).isGreaterThanOrEqualTo(500);
            assertThat(new String(answer.body(), java.nio.charset.StandardCharsets.ISO_8859_1))
                    .doesNotContain("%PDF");
        } finally {
            watched().broken = false;
        }
    }

    @Test
    void aPurgedPieceIsGoneForGood() throws Exception {
        var id = receive(OWNER);
        assertThat(pieces.purge(id, "essai")).isTrue();
        assertThat(pieces.purge(id, "essai")).isFalse();
        assertThat(browser.get("/pieces/" + id, WHO, ME).statusCode()).isEqualTo(410);
        assertThat(browser.get("/pieces/" + id).statusCode()).isEqualTo(404);
        assertThat(Files.exists(file(id))).isFalse();
        assertThat(pieces.find(id).orElseThrow().name()).isEmpty();
    }

    @Test
    void aChangedFileIsNotGivenOut() throws Exception {
        var id = receive(OWNER);
        var sealed = Files.readAllBytes(file(id));
        sealed[100] ^= 1;
        Files.write(file(id), sealed);
        var answer = browser.get("/pieces/" + id, WHO, ME);
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(openings(id)).isZero();
        assertThat(browser.get("/pieces/" + id, WHO, ME, "Range", "bytes=150000-150009").body())
                .isEqualTo(Arrays.copyOfRange(bytes, 150_000, 150_010));
    }

    @Test
    void nothingOfTheContentLiesInTheClear() throws Exception {
        var id = receive(OWNER);
        var sealed = Files.readString(file(id), java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(sealed).doesNotContain("%PDF").doesNotContain("/Catalog");
    }

    @Test
    void aPurgeAmidDownloadsNeverGivesHalfOrWrongBytes() throws Exception {
        for (int round = 0; round < 5; round++) {
            var id = receive(OWNER);
            var outcomes = new java.util.concurrent.ConcurrentLinkedQueue<String>();
            try (var pool = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < 8; i++) {
                    pool.execute(() -> outcomes.add(tryDownload(id)));
                }
                pool.execute(() -> pieces.purge(id, "essai"));
            }
            assertThat(outcomes).hasSize(8).isSubsetOf("whole", "410");
            assertThat(tryDownload(id)).isEqualTo("410");
        }
    }

    private String tryDownload(PieceId id) {
        try {
            var answer = browser.get("/pieces/" + id, WHO, ME);
            return answer.statusCode() == 200 && Arrays.equals(answer.body(), bytes)
                    ? "whole"
                    : Integer.toString(answer.statusCode());
        } catch (Exception broken) {
            return broken.toString();
        }
    }

    private PieceId receive(Owner owner) {
        var outcome =
                pieces.receive(new ByteArrayInputStream(bytes), PDF, owner, "Avis d'été.pdf", "");
        return ((Reception.Received) outcome).piece().id();
    }

    private Path file(PieceId id) {
        var name = id.toString();
        return data.folder("pieces")
                .resolve(name.substring(0, 2))
                .resolve(name.substring(2, 4))
                .resolve(name);
    }

    private House.WatchedJournal watched() {
        return (House.WatchedJournal) journal;
    }

    private long openings(PieceId id) {
        return watched().entries.stream()
                .filter(it -> it instanceof PieceConsultee opened && opened.piece().equals(id))
                .count();
    }

    /** The agents whose refusal is written. */
    private List<String> refusals(PieceId id) {
        return watched().entries.stream()
                .filter(PieceRefusee.class::isInstance)
                .map(PieceRefusee.class::cast)
                .filter(it -> it.piece().equals(id))
                .map(it -> it.agent().agent().toString())
                .toList();
    }

    private static String header(java.net.http.HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static Object sortedHeaders(java.net.http.HttpResponse<?> answer) {
        var headers = new java.util.TreeMap<>(answer.headers().map());
        headers.remove("date");
        return headers.keySet();
    }
}
