package fr.socle.pieces;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class UploadsTests {

    private static final Uploads.Limits LIMITS = new Uploads.Limits(3, 100, 5000);

    private final List<String> files = new ArrayList<>();

    @Test
    void fieldsAndFilesComeInTheirOrder() throws IOException {
        var body =
                Samples.join(
                        Samples.text(
                                "------essai\r\nContent-Disposition: form-data; name=\"objet\"\r\n\r\nÉté\r\n"),
                        file(10));
        var outcome = Uploads.read(request(body), LIMITS, this::keep);
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        UploadOutcome.Complete.class,
                        it -> assertThat(it.fields().getFirst("objet")).isEqualTo("Été"));
        assertThat(files).containsExactly("fichier a.pdf 10 Été");
    }

    @Test
    void aZeroInAFileNameIsToldOfItsField() {
        var body =
                Samples.text(
                        "------essai\r\nContent-Disposition: form-data; name=\"acte\"; filename=\"a\u0000.pdf\"\r\n\r\n\r\n------essai--\r\n");
        assertThat(Uploads.read(request(body), LIMITS, this::keep))
                .isEqualTo(new UploadOutcome.BadFileName("acte"));
        assertThat(files).isEmpty();
    }

    @Test
    void anEndlessHeadIsNoTooLargeFile() throws IOException {
        var body = Browser.part("f", "a".repeat(40_000), new ByteArrayInputStream(new byte[1]));
        var limits = new Uploads.Limits(3, 100, 100_000);
        assertThat(Uploads.read(request(body.readAllBytes()), limits, this::keep))
                .isEqualTo(new UploadOutcome.NameTooLong(200));
    }

    @Test
    void anInputWithoutFileIsLeftOut() {
        var body =
                Samples.text(
                        "------essai\r\nContent-Disposition: form-data; name=\"f\"; filename=\"\"\r\n\r\n\r\n------essai--\r\n");
        assertThat(Uploads.read(request(body), LIMITS, this::keep))
                .isInstanceOf(UploadOutcome.Complete.class);
        assertThat(files).isEmpty();
    }

    @Test
    void aFormBeyondItsLimitIsRefusedAndReadAway() throws IOException {
        for (boolean lengthKnown : new boolean[] {true, false}) {
            var request = request(file(6000));
            if (!lengthKnown) {
                request = unknownLength(file(6000));
            }
            assertThat(Uploads.read(request, LIMITS, this::keep))
                    .isEqualTo(new UploadOutcome.TooLarge(5000));
        }
        var sent = request(file(6000));
        Uploads.read(sent, LIMITS, this::keep);
        assertThat(sent.getInputStream().readAllBytes().length).isLessThan(1500);
    }

    @Test
    void aFieldThatIsTooLongIsToldAndTheOthersAreKept() {
        var field = "------essai\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n";
        var body =
                field.formatted("avant", "a")
                        + field.formatted("long", "x".repeat(101))
                        + field.formatted("apres", "b")
                        + "------essai--\r\n";
        assertThat(Uploads.read(request(Samples.text(body)), LIMITS, this::keep))
                .isInstanceOfSatisfying(
                        UploadOutcome.FieldTooLong.class,
                        it -> {
                            assertThat(it.field()).isEqualTo("long");
                            assertThat(it.others().toSingleValueMap())
                                    .containsOnly(Map.entry("avant", "a"), Map.entry("apres", "b"));
                        });
    }

    @Test
    void aFieldThatIsNotUtf8IsRefused() {
        var body =
                "------essai\r\nContent-Disposition: form-data; name=\"objet\"\r\n\r\n\u00e9\u00e9\r\n------essai--\r\n"
                        .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(Uploads.read(request(body), LIMITS, this::keep))
                .isEqualTo(new UploadOutcome.BadEncoding("objet"));
    }

    @Test
    void aFormThatStopsInTheMiddleIsNotComplete() throws IOException {
        var whole = file(1000);
        var cut = java.util.Arrays.copyOf(whole, whole.length - 30);
        assertThat(Uploads.read(request(cut), LIMITS, it -> {}))
                .isInstanceOf(UploadOutcome.Refused.class);
    }

    private void keep(IncomingFile file) {
        try {
            files.add(
                    file.field()
                            + " "
                            + file.name()
                            + " "
                            + file.content().readAllBytes().length
                            + " "
                            + file.before().getFirst("objet"));
        } catch (IOException gone) {
            files.add("gone");
        }
    }

    private static byte[] file(int length) throws IOException {
        return Browser.part("fichier", "a.pdf", new ByteArrayInputStream(new byte[length]))
                .readAllBytes();
    }

    private static MockHttpServletRequest request(byte[] body) {
        var request = new MockHttpServletRequest("POST", "/");
        request.setContentType(Browser.multipartType());
        request.setContent(body);
        return request;
    }

    private static MockHttpServletRequest unknownLength(byte[] body) {
        var request =
                new MockHttpServletRequest("POST", "/") {
                    @Override
                    public int getContentLength() {
                        return -1;
                    }

                    @Override
                    public long getContentLengthLong() {
                        return -1;
                    }
                };
        request.setContentType(Browser.multipartType());
        request.setContent(body);
        return request;
    }
}
