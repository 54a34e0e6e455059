package fr.socle.directory.web;

import fr.socle.directory.Logo;
import fr.socle.kernel.Parsed;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;

/**
 * Reads the one file of a logo's form. The container's own multipart handling is off, so that large
 * uploads elsewhere can be streamed; this one stops reading one byte after the limit.
 */
final class UploadedLogo {

    private UploadedLogo() {}

    static Parsed<Logo> read(HttpServletRequest request) throws IOException {
        var type = request.getContentType();
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
            return Parsed.invalid("directory.logo.missing");
        }
        try {
            var parts = new FileUpload().getItemIterator(new ServletRequestContext(request));
            while (parts.hasNext()) {
                var part = parts.next();
                if (!part.isFormField() && "logo".equals(part.getFieldName())) {
                    return Logo.read(part.openStream().readNBytes(Logo.MAX_BYTES + 1));
                }
            }
            return Parsed.invalid("directory.logo.missing");
        } catch (FileUploadException unreadable) {
            return Parsed.invalid("directory.logo.unreadable");
        }
    }
}
