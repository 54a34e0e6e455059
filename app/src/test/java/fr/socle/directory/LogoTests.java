package fr.socle.directory;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.kernel.Parsed;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
class LogoTests {

    @Test
    void itsTypeIsToldByItsBytes() {
        assertThat(typeOf(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0}))
                .isEqualTo("image/png");
        assertThat(typeOf(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0}))
                .isEqualTo("image/jpeg");
        assertThat(typeOf("RIFF....WEBPVP8 ".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo("image/webp");
    }

    @Test
    void whatCouldHoldAScriptIsRefused() {
        assertThat(refusalOf("<svg xmlns='http://www.w3.org/2000/svg'/>"))
                .isEqualTo("directory.logo.type");
        assertThat(refusalOf("<html>")).isEqualTo("directory.logo.type");
        assertThat(refusalOf("RIFF....WAVE")).isEqualTo("directory.logo.type");
        assertThat(refusalOf("")).isEqualTo("directory.logo.missing");
    }

    @Test
    void twoHundredThousandBytesAreTheLimit() {
        var png = new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
        assertThat(typeOf(Arrays.copyOf(png, Logo.MAX_BYTES))).isEqualTo("image/png");
        assertThat(Logo.read(Arrays.copyOf(png, Logo.MAX_BYTES + 1)))
                .isEqualTo(Parsed.invalid("directory.logo.too-big"));
    }

    private static String typeOf(byte[] content) {
        return Logo.read(content).orThrow().type();
    }

    private static String refusalOf(String text) {
        return Logo.read(text.getBytes(StandardCharsets.UTF_8))
                        instanceof Parsed.Invalid<Logo>(var refusal)
                ? refusal.key()
                : "accepted";
    }
}
