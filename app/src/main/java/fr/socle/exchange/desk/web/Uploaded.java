package fr.socle.exchange.desk.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;

/**
 * A small form with a file. The container's own multipart handling is off, so that large uploads
 * elsewhere can be streamed; this one stops reading a part one byte after the limit.
 */
record Uploaded(Map<String, byte[]> parts) {

    private static final int MOST_PARTS = 10;

    /** Empty when it is no such form, or a field comes twice. */
    static Optional<Uploaded> read(HttpServletRequest request, int largest) throws IOException {
        var type = request.getContentType();
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
            return Optional.empty();
        }
        var found = new HashMap<String, byte[]>();
        try {
            var parts = new FileUpload().getItemIterator(new ServletRequestContext(request));
            while (parts.hasNext()) {
                var part = parts.next();
                var bytes = part.openStream().readNBytes(largest + 1);
                if (found.put(String.valueOf(part.getFieldName()), bytes) != null
                        || found.size() > MOST_PARTS) {
                    return Optional.empty();
                }
            }
            return Optional.of(new Uploaded(found));
        } catch (FileUploadException unreadable) {
            return Optional.empty();
        }
    }

    byte[] bytes(String name) {
        return parts.getOrDefault(name, new byte[0]);
    }

    String text(String name) {
        var text = new String(bytes(name), StandardCharsets.UTF_8);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
