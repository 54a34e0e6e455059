package fr.socle.demarches.web.builder;

import fr.socle.demarches.builder.DemarcheFile;
import fr.socle.kernel.Parsed;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;

/** Reads the form of an import: a file, or a text that was pasted. */
final class UploadedDemarche {

    private UploadedDemarche() {}

    static Parsed<String> read(HttpServletRequest request) throws IOException {
        var type = request.getContentType();
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
            return Parsed.invalid("demarches.import.missing");
        }
        try {
            var parts = new FileUpload().getItemIterator(new ServletRequestContext(request));
            while (parts.hasNext()) {
                var part = parts.next();
                if (isWanted(part)) {
                    var read = bounded(part);
                    if (!(read instanceof Parsed.Valid<String>(var text)) || !text.isBlank()) {
                        return read;
                    }
                }
            }
            return Parsed.invalid("demarches.import.missing");
        } catch (FileUploadException unreadable) {
            return Parsed.invalid("demarches.import.missing");
        }
    }

    private static boolean isWanted(FileItemStream part) {
        return "fichier".equals(part.getFieldName()) || "texte".equals(part.getFieldName());
    }

    /** Stops reading one byte after the limit. */
    private static Parsed<String> bounded(FileItemStream part) throws IOException {
        var bytes = part.openStream().readNBytes(DemarcheFile.MOST_BYTES + 1);
        if (bytes.length > DemarcheFile.MOST_BYTES) {
            return Parsed.invalid("demarches.import.large", DemarcheFile.MOST_BYTES / 1_000_000);
        }
        var text = new String(bytes, StandardCharsets.UTF_8);
        return Parsed.valid(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }
}
