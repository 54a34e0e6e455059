package fr.socle.pieces.type;

import fr.socle.pieces.seal.Content;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/**
 * Finds a file's media type from its bytes; what the sender declares counts for nothing, and the
 * name only tells CSV from other text. Tika's core knows the first bytes; what is inside a zip
 * (office documents, programs, macros) we read ourselves from its directory.
 */
public final class Detector {

    /** The bytes at the start that decide. */
    public static final int HEAD_BYTES = 64 * 1024;

    private static final String UNKNOWN = "application/octet-stream";

    /** Read at the first file, because its tables cost a start dear. */
    private static final class Magic {
        private static final MimeTypes TABLES = MimeTypes.getDefaultMimeTypes();
    }

    /** The type by the first bytes alone; {@code application/zip} for whatever lies in a zip. */
    public String byHead(byte[] head, FileName name) {
        if (startsWith(head, "PK\3\4")) {
            return FileKind.ZIP.type();
        }
        var type = magic(head);
        if (type.equals(FileKind.PDF.type()) && !startsWith(head, "%PDF-")) {
            // because a file that begins as something else may be read as something else
            return UNKNOWN;
        }
        if (type.startsWith("application/x-msdownload") || type.equals("application/x-dosexec")) {
            return FileKind.WINDOWS.type();
        }
        return type.equals(FileKind.TEXT.type()) && name.extension().equals("csv")
                ? FileKind.CSV.type()
                : type;
    }

    /** The type of a zip, by what lies in it. */
    public String insideZip(Content zip) throws IOException {
        return ZipDirectory.read(zip).map(OfficeTypes::of).orElse(FileKind.ZIP.type());
    }

    private String magic(byte[] head) {
        try {
            return Magic.TABLES
                    .detect(new ByteArrayInputStream(head), new Metadata())
                    .getBaseType()
                    .toString();
        } catch (IOException unreadable) {
            throw new IllegalStateException("bytes in memory can be read", unreadable);
        }
    }

    private static boolean startsWith(byte[] head, String start) {
        var bytes = start.getBytes(StandardCharsets.ISO_8859_1);
        return head.length >= bytes.length
                && java.util.Arrays.equals(head, 0, bytes.length, bytes, 0, bytes.length);
    }
}
