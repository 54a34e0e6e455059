package fr.socle.pieces;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.PostgresTest;
import fr.socle.house.DataFolder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.htmlunit.WebClient;
import org.htmlunit.html.HtmlFileInput;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@PostgresTest
@Import(House.class)
class UploadTests {

    private static final Owner DEMONSTRATION = Owner.of("pieces", "demonstration");

    @LocalServerPort int port;
    @Autowired Pieces pieces;
    @Autowired DataFolder data;

    @SuppressWarnings("NullAway.Init")
    private Browser browser;

    @BeforeEach
    void open() {
        browser = new Browser(port);
    }

    @AfterEach
    void clear() {
        pieces.of(DEMONSTRATION).forEach(it -> pieces.purge(it.id(), "fin d’essai"));
    }

    @Test
    void aPersonJoinsReadsAndDeletesWithoutJavaScript(@TempDir java.nio.file.Path folder)
            throws Exception {
        var file = Files.write(folder.resolve("Été.pdf"), Samples.pdf(5000));
        try (var client = new WebClient()) {
            client.getOptions().setJavaScriptEnabled(false);
            client.getOptions().setCssEnabled(false);
            HtmlPage design = client.getPage("http://localhost:" + port + "/design");
            HtmlPage page = design.getAnchorByHref("/design/pieces").click();
            page.<HtmlFileInput>getHtmlElementById("fichier").setFiles(file.toFile());
            HtmlPage after =
                    page.<org.htmlunit.html.HtmlButton>getFirstByXPath(
                                    "//button[contains(@class,'primary')]")
                            .click();
            assertThat(after.asNormalizedText()).contains("Été.pdf", "PDF", "Non analysée");
            var download = after.getAnchorByText("Été.pdf").click().getWebResponse();
            assertThat(download.getContentAsStream().readAllBytes()).isEqualTo(Samples.pdf(5000));
            HtmlForm delete = after.getFirstByXPath("//form[contains(@action,'suppression')]");
            HtmlPage empty =
                    delete.<org.htmlunit.html.HtmlButton>getFirstByXPath(".//button").click();
            assertThat(empty.asNormalizedText()).contains("Aucune pièce").doesNotContain("Été.pdf");
        }
    }

    @Test
    void refusalsAreSaidWithTheirStatus() throws Exception {
        assertRefused(upload("a.pdf", Samples.html()), 415, "contenu de ce fichier");
        assertRefused(upload("a.exe", Samples.exe()), 422, "programme");
        assertRefused(upload("a.pdf", new byte[0]), 422, "vide");
        assertRefused(
                browser.upload("autre", "a.pdf", new ByteArrayInputStream(Samples.pdf())),
                422,
                "Choisissez");
        assertThat(pieces.of(DEMONSTRATION)).isEmpty();
    }

    @Test
    void aNameThatCannotBeOneIsRefusedAtItsField() throws Exception {
        assertRefused(upload("a\u0000.pdf", Samples.pdf()), 422, "ne pouvons pas lire");
        assertRefused(upload("é".repeat(5000) + ".pdf", Samples.pdf()), 422, "200 caractères");
        assertRefused(upload("a".repeat(60_000), Samples.pdf()), 422, "200 caractères");
        assertThat(pieces.of(DEMONSTRATION)).isEmpty();
    }

    @Test
    void withoutTokenNothingIsRead() throws Exception {
        var forged =
                browser.post(
                        "/design/pieces",
                        Browser.multipartType(),
                        Browser.part("fichier", "a.pdf", new ByteArrayInputStream(Samples.pdf())));
        assertThat(forged.statusCode()).isIn(401, 403);
        assertThat(pieces.of(DEMONSTRATION)).isEmpty();
    }

    @Test
    void formsThatAreNoneOrTooMuchAreRefused() throws Exception {
        assertThat(send("text/plain", stream("bonjour"))).isEqualTo(400);
        assertThat(send("multipart/form-data", stream("bonjour"))).isEqualTo(400);
        assertThat(send(Browser.multipartType(), stream("bonjour"))).isEqualTo(400);
        assertThat(send(Browser.multipartType(), Browser.fields(6, "x"))).isEqualTo(422);
        assertThat(send(Browser.multipartType(), Browser.fields(1, "x".repeat(2001))))
                .isEqualTo(422);
        assertThat(send(Browser.multipartType(), Browser.fields(1, "x"))).isEqualTo(422);
    }

    @Test
    void aBrowserThatGoesAwayLeavesNothing() throws Exception {
        var token = browser.token();
        long before = files();
        try (var socket = new Socket("localhost", port)) {
            var head =
                    """
                    POST /design/pieces?_csrf=%s HTTP/1.1\r
                    Host: localhost\r
                    Cookie: %s\r
                    Content-Type: %s\r
                    Content-Length: 5000000\r
                    \r
                    ------essai\r
                    Content-Disposition: form-data; name="fichier"; filename="a.pdf"\r
                    \r
                    """
                            .formatted(token.value(), token.cookie(), Browser.multipartType());
            socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().write(Samples.pdf(1_000_000));
            socket.getOutputStream().flush();
            Thread.sleep(300);
        }
        for (int i = 0; i < 100 && files() != before; i++) {
            Thread.sleep(50);
        }
        assertThat(files()).isEqualTo(before);
        assertThat(pieces.of(DEMONSTRATION)).isEmpty();
    }

    /**
     * What is left of the heap is filled up to 96 MB: a house that kept the file in memory would
     * run out of it. The size can be set, for slower machines.
     */
    @Test
    void twoHundredMegabytesPassAtConstantMemory() throws Exception {
        long size = Long.getLong("socle.essai.octets", 200_000_000L);
        var ballast = fillHeapBut(96_000_000);
        var start = System.nanoTime();
        var answer = browser.upload("fichier", "gros.pdf", new BigPdf(size));
        long uploaded = System.nanoTime();
        assertThat(answer.statusCode()).isEqualTo(303);
        var piece = pieces.of(DEMONSTRATION).getLast();
        assertThat(piece.size()).isEqualTo(size);
        assertThat(download(piece.id())).isEqualTo(size);
        System.out.printf(
                Locale.ROOT,
                "%d MB: received in %d ms, given out in %d ms, beside %d MB of ballast%n",
                size / 1_000_000,
                (uploaded - start) / 1_000_000,
                (System.nanoTime() - uploaded) / 1_000_000,
                ballast.size() / 4);
    }

    private long download(PieceId id) throws Exception {
        var uri = java.net.URI.create("http://localhost:" + port + "/pieces/" + id);
        try (var body = uri.toURL().openStream();
                var same = new BigPdf(Long.MAX_VALUE)) {
            var buffer = new byte[65_536];
            var expected = new byte[65_536];
            long total = 0;
            for (int now = body.read(buffer); now >= 0; now = body.read(buffer)) {
                same.readNBytes(expected, 0, now);
                assertThat(java.util.Arrays.equals(buffer, 0, now, expected, 0, now)).isTrue();
                total += now;
            }
            return total;
        }
    }

    private static List<byte[]> fillHeapBut(long left) {
        System.gc();
        var runtime = Runtime.getRuntime();
        var ballast = new ArrayList<byte[]>();
        while (runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory() > left) {
            ballast.add(new byte[250_000]);
        }
        return ballast;
    }

    /** A PDF of any size, made while it is read. */
    private static final class BigPdf extends InputStream {

        private final byte[] head = Samples.pdf();
        private final long size;
        private long at;

        BigPdf(long size) {
            this.size = size;
        }

        @Override
        public int read() {
            if (at == size) {
                return -1;
            }
            int next = at < head.length ? head[(int) at] : (int) (at * 31 + at / 251);
            at++;
            return next & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int length) {
            int done = 0;
            for (; done < length; done++) {
                int next = read();
                if (next < 0) {
                    break;
                }
                into[from + done] = (byte) next;
            }
            return done == 0 ? -1 : done;
        }
    }

    private java.net.http.HttpResponse<String> upload(String name, byte[] content)
            throws Exception {
        return browser.upload("fichier", name, new ByteArrayInputStream(content));
    }

    private int send(String type, InputStream body) throws Exception {
        var token = browser.token();
        return browser.post(
                        "/design/pieces?_csrf=" + token.value(),
                        type,
                        body,
                        "Cookie",
                        token.cookie())
                .statusCode();
    }

    private static void assertRefused(
            java.net.http.HttpResponse<String> answer, int status, String words) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(words).contains("href=\"#fichier\"");
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private long files() throws IOException {
        try (var all = Files.walk(data.folder("pieces"))) {
            return all.filter(Files::isRegularFile).count();
        }
    }
}
