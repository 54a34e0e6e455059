package fr.socle.directory;

import fr.socle.kernel.Parsed;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The picture of an organisation: PNG, JPEG or WebP, known by its bytes and never by its name. SVG
 * is refused, because it can hold a script.
 *
 * @param type the media type that the bytes tell
 * @param content at most 200,000 bytes
 */
@SuppressWarnings("ArrayRecordComponent") // because it goes from a row to a response, uncompared
public record Logo(String type, byte[] content) {

    public static final int MAX_BYTES = 200_000;

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
    private static final int WEBP_AT = 8;

    public static Parsed<Logo> read(byte[] content) {
        if (content.length == 0) {
            return Parsed.invalid("directory.logo.missing");
        }
        if (content.length > MAX_BYTES) {
            return Parsed.invalid("directory.logo.too-big");
        }
        if (starts(content, 0, PNG)) {
            return Parsed.valid(new Logo("image/png", content));
        }
        if (starts(content, 0, JPEG)) {
            return Parsed.valid(new Logo("image/jpeg", content));
        }
        return starts(content, 0, ascii("RIFF")) && starts(content, WEBP_AT, ascii("WEBP"))
                ? Parsed.valid(new Logo("image/webp", content))
                : Parsed.invalid("directory.logo.type");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static boolean starts(byte[] content, int at, byte[] mark) {
        return content.length >= at + mark.length
                && Arrays.equals(content, at, at + mark.length, mark, 0, mark.length);
    }
}
