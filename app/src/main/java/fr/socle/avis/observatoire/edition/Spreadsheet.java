package fr.socle.avis.observatoire.edition;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Lines of cells as an OpenDocument spreadsheet (ISO/IEC 26300): one sheet, nothing computed. */
public final class Spreadsheet {

    private static final String TYPE = "application/vnd.oasis.opendocument.spreadsheet";

    private static final String MANIFEST =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">
            <manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="%s"/>
            <manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
            </manifest:manifest>
            """
                    .formatted(TYPE);

    private static final String HEAD =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
            xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" \
            xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3">\
            <office:body><office:spreadsheet>""";

    private static final String FOOT =
            "</table:table></office:spreadsheet></office:body></office:document-content>\n";

    private Spreadsheet() {}

    /**
     * @param sheet the sheet's name
     * @param lines the headers first; a cell that is a number becomes one
     */
    public static void write(OutputStream out, String sheet, List<List<String>> lines)
            throws IOException {
        var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        stored(zip, "mimetype", TYPE);
        zip.putNextEntry(entry("META-INF/manifest.xml"));
        zip.write(MANIFEST.getBytes(StandardCharsets.UTF_8));
        zip.putNextEntry(entry("content.xml"));
        zip.write(content(sheet, lines).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
        zip.finish();
    }

    /** The first entry, plain, so that the type can be read without unpacking. */
    private static void stored(ZipOutputStream zip, String name, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.US_ASCII);
        var sum = new CRC32();
        sum.update(bytes);
        var entry = entry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(sum.getValue());
        zip.putNextEntry(entry);
        zip.write(bytes);
    }

    /** Always of one time, so that the same lines make the same file. */
    private static ZipEntry entry(String name) {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(java.time.LocalDateTime.of(2000, 1, 1, 0, 0));
        return entry;
    }

    private static String content(String sheet, List<List<String>> lines) {
        var xml = new StringBuilder(HEAD);
        xml.append("<table:table table:name=\"").append(escaped(sheet)).append("\">");
        for (var line : lines) {
            xml.append("<table:table-row>");
            line.forEach(it -> cell(xml, it));
            xml.append("</table:table-row>");
        }
        return xml.append(FOOT).toString();
    }

    private static void cell(StringBuilder xml, String value) {
        xml.append("<table:table-cell ");
        if (value.matches("-?[0-9]{1,15}(\\.[0-9]{1,6})?")) {
            xml.append("office:value-type=\"float\" office:value=\"").append(value).append("\">");
        } else {
            xml.append("office:value-type=\"string\">");
        }
        xml.append("<text:p>").append(escaped(value)).append("</text:p></table:table-cell>");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F]", "");
    }
}
