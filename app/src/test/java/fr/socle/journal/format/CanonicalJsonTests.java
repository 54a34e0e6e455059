package fr.socle.journal.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class CanonicalJsonTests {

    @Test
    void itWritesWhatAnotherHandWrites() throws IOException {
        var random = new Random(6962);
        for (int i = 0; i < 2000; i++) {
            var object = object(random, 3);
            var theirs =
                    new JsonCanonicalizer(JsonMapper.shared().writeValueAsBytes(object))
                            .getEncodedUTF8();
            assertThat(CanonicalJson.write(object)).isEqualTo(theirs);
        }
    }

    @Test
    void itReadsBackWhatItWrote() {
        var object =
                Map.of("nom", "Éloïse \"x\" \u0001 😀", "âge", 42, "liste", List.of("a", true));
        assertThat(CanonicalJson.read(CanonicalJson.write(object))).isEqualTo(object);
    }

    @Test
    void itReadsNoOtherForm() {
        for (var text :
                List.of(
                        "{ }",
                        "{\"b\":1,\"a\":1}",
                        "{\"a\":1,\"a\":1}",
                        "{\"a\":1.0}",
                        "{\"a\":1} ",
                        "[]",
                        "")) {
            assertThatThrownBy(() -> CanonicalJson.read(text.getBytes(StandardCharsets.UTF_8)))
                    .as(text)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void whatHasNoCanonicalFormIsRefused() {
        for (var value : List.<Object>of(1.5, 1L << 54, "\ud800", new Object())) {
            assertThatThrownBy(() -> CanonicalJson.write(Map.of("x", value)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static Map<String, Object> object(Random random, int depth) {
        var object = new TreeMap<String, Object>();
        for (int i = random.nextInt(5); i > 0; i--) {
            object.put(text(random), value(random, depth));
        }
        return object;
    }

    private static Object value(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 5 : 3)) {
            case 0 -> text(random);
            case 1 -> random.nextLong(-(1L << 53), 1L << 53);
            case 2 -> random.nextBoolean();
            case 3 -> List.of(text(random), random.nextInt());
            default -> object(random, depth - 1);
        };
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            text.appendCodePoint(
                    switch (random.nextInt(4)) {
                        case 0 -> random.nextInt(0x20);
                        case 1 -> "\"\\/éÿ\u2028".charAt(random.nextInt(6));
                        case 2 -> random.nextInt(0x10000, 0x10ffff);
                        default -> random.nextInt(0x20, 0x7f);
                    });
        }
        return text.toString();
    }
}
