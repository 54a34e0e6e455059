package fr.socle.exchange.desk.web;

import fr.socle.exchange.desk.OpenApiDescription;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** A long document in a hidden field, from one page to the next: gzip in base64. */
final class PackedDocument {

    private PackedDocument() {}

    static String pack(String document) {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(document.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Base64.getEncoder().encodeToString(packed.toByteArray());
    }

    /** Empty for what was never packed here. */
    static String unpack(String packed) {
        try (var in =
                new GZIPInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(packed)))) {
            var bytes = in.readNBytes(OpenApiDescription.LARGEST);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException | IllegalArgumentException another) {
            return "";
        }
    }
}
