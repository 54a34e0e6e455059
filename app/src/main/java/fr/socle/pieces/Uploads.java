package fr.socle.pieces;

import fr.socle.pieces.type.FileName;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.util.function.Consumer;
import org.apache.commons.fileupload2.core.DiskFileItem;
import org.apache.commons.fileupload2.core.DiskFileItemFactory;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.core.FileUploadSizeException;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * Reads forms with files as they come, without ever holding a file.
 *
 * <pre>{@code
 * var outcome = Uploads.read(request, new Limits(20, 10_000, 210_000_000), file ->
 *         receptions.add(pieces.receive(file.content(), accepted, owner, file.name(), file.declaredType())));
 * }</pre>
 *
 * <p>The token against forged requests stands in the query of the form's address ({@code
 * ?_csrf=…}), because it is checked before a byte of the body is read. That is safe enough here:
 * the token is masked anew for each page, means nothing without its cookie, which is {@code
 * HttpOnly} and {@code SameSite=Strict}, and no other site sees the address ({@code
 * Referrer-Policy: same-origin}).
 */
public final class Uploads {

    /**
     * @param parts the most fields and files together
     * @param fieldBytes the longest value that is not a file
     * @param totalBytes the greatest form, files included
     */
    public record Limits(int parts, int fieldBytes, long totalBytes) {}

    private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);

    /** Room for a name that {@link FileName} can refuse with the name of its field. */
    private static final int HEADER_BYTES = 32 * 1024;

    private final Limits limits;
    private final Consumer<IncomingFile> files;
    private final MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();

    /** The first field of which too much came. The others are read all the same. */
    private @Nullable String tooLong;

    private Uploads(Limits limits, Consumer<IncomingFile> files) {
        this.limits = limits;
        this.files = files;
    }

    /**
     * Hands each file over as it comes; what the handler leaves unread is skipped. An input in
     * which nobody chose a file is left out.
     */
    public static UploadOutcome read(
            HttpServletRequest request, Limits limits, Consumer<IncomingFile> files) {
        if (!JakartaServletFileUpload.isMultipartContent(request)) {
            return new UploadOutcome.Malformed();
        }
        var outcome = new Uploads(limits, files).read(request);
        if (outcome instanceof UploadOutcome.Refused) {
            drain(request, limits.totalBytes);
        }
        return outcome;
    }

    private UploadOutcome read(HttpServletRequest request) {
        var reader = new JakartaServletFileUpload<DiskFileItem, DiskFileItemFactory>();
        reader.setMaxSize(limits.totalBytes);
        reader.setMaxPartHeaderSize(HEADER_BYTES);
        reader.setHeaderCharset(StandardCharsets.UTF_8);
        try {
            return parts(reader.getItemIterator(request));
        } catch (FileUploadSizeException tooLarge) {
            return tooLarge.getPermitted() == limits.totalBytes
                    ? new UploadOutcome.TooLarge(limits.totalBytes)
                    : new UploadOutcome.NameTooLong(FileName.LONGEST);
        } catch (FileUploadException malformed) {
            return new UploadOutcome.Malformed();
        } catch (IOException away) {
            return new UploadOutcome.Interrupted();
        }
    }

    private UploadOutcome parts(FileItemInputIterator parts) throws IOException {
        int seen = 0;
        for (; parts.hasNext(); seen++) {
            if (seen == limits.parts) {
                return new UploadOutcome.TooManyParts(limits.parts);
            }
            var part = parts.next();
            if (part.isFormField()) {
                var refused = field(part);
                if (refused != null) {
                    return refused;
                }
            } else {
                var refused = file(part);
                if (refused != null) {
                    return refused;
                }
            }
        }
        if (tooLong != null) {
            return new UploadOutcome.FieldTooLong(tooLong, limits.fieldBytes, fields);
        }
        return seen == 0 ? new UploadOutcome.Malformed() : new UploadOutcome.Complete(fields);
    }

    private UploadOutcome.@Nullable Refused field(FileItemInput part) throws IOException {
        var name = nameOf(part);
        var bytes = part.getInputStream().readNBytes(limits.fieldBytes + 1);
        if (bytes.length > limits.fieldBytes) {
            tooLong = tooLong == null ? name : tooLong;
            return null;
        }
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            fields.add(name, text.toString());
            return null;
        } catch (CharacterCodingException notUtf8) {
            return new UploadOutcome.BadEncoding(name);
        }
    }

    /** The library itself refuses a name with the character zero in it. */
    private UploadOutcome.@Nullable Refused file(FileItemInput part) throws IOException {
        String name;
        try {
            name = part.getName();
        } catch (InvalidPathException zero) {
            return new UploadOutcome.BadFileName(nameOf(part));
        }
        if (name != null && !name.isEmpty()) {
            files.accept(incoming(part, name));
        }
        return null;
    }

    private IncomingFile incoming(FileItemInput part, String name) throws IOException {
        var type = part.getContentType();
        return new IncomingFile(
                nameOf(part),
                name,
                type == null ? "" : type,
                part.getInputStream(),
                new LinkedMultiValueMap<>(fields));
    }

    /**
     * A browser reads our answer only once it has sent everything, so what is left of a refused
     * form is read away, as far as a good one could have gone.
     */
    private static void drain(HttpServletRequest request, long atMost) {
        var buffer = new byte[64 * 1024];
        try {
            var body = request.getInputStream();
            long left = atMost;
            for (int now = 0; now >= 0 && left > 0; left -= now) {
                now = body.read(buffer);
            }
        } catch (IOException gone) {
            LOG.debug("the sender of a refused form went away", gone);
        }
    }

    private static String nameOf(FileItemInput part) {
        var name = part.getFieldName();
        return name == null ? "" : name;
    }
}
