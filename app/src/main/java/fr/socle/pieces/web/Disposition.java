package fr.socle.pieces.web;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Set;

/** The Content-Disposition of a download (RFC 6266), its name in UTF-8 (RFC 8187). */
final class Disposition {

    /** What browsers show by themselves without running anything. */
    private static final Set<String> SHOWN =
            Set.of("application/pdf", "image/jpeg", "image/png", "image/gif", "image/webp");

    private Disposition() {}

    /**
     * @param show whether the reader would rather see it than save it; only for images and PDF
     */
    static String of(String name, String type, boolean show) {
        return (show && SHOWN.contains(type) ? "inline" : "attachment")
                + "; filename=\""
                + ascii(name)
                + "\"; filename*=UTF-8''"
                + encoded(name);
    }

    private static String ascii(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^ -~]|[\"\\\\%]", "_");
    }

    private static String encoded(String name) {
        var out = new StringBuilder();
        for (byte it : name.getBytes(StandardCharsets.UTF_8)) {
            if (isPlain(it)) {
                out.append((char) it);
            } else {
                out.append('%').append(String.format("%02X", it));
            }
        }
        return out.toString();
    }

    /** The attr-char of RFC 8187. */
    private static boolean isPlain(byte it) {
        return (it >= 'a' && it <= 'z')
                || (it >= 'A' && it <= 'Z')
                || (it >= '0' && it <= '9')
                || "!#$&+-.^_`|~".indexOf(it) >= 0;
    }
}
