package fr.socle.demarches.export;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;

/** An OpenDocument spreadsheet (ISO/IEC 26300): one sheet, nothing computed. */
final class OdsSheet implements Sheet {

    static final String TYPE = "application/vnd.oasis.opendocument.spreadsheet";

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
            <office:body><office:spreadsheet><table:table table:name="Dossiers">""";

    private static final String FOOT =
            "</table:table></office:spreadsheet></office:body></office:document-content>\n";

    private final SheetPackage file;

    OdsSheet(OutputStream out, Export export) throws IOException {
        this.file =
                new SheetPackage(out)
                        .stored("mimetype", TYPE)
                        .part("META-INF/manifest.xml", MANIFEST)
                        .part("content.xml", HEAD);
        line(List.copyOf(export.headings()));
    }

    @Override
    public void line(List<Object> cells) throws IOException {
        var xml = new StringBuilder("<table:table-row>");
        cells.forEach(it -> cell(xml, it));
        file.write(xml.append("</table:table-row>").toString());
    }

    @Override
    public void close() throws IOException {
        file.write(FOOT);
        file.finish();
    }

    private static void cell(StringBuilder xml, Object value) {
        xml.append("<table:table-cell ");
        if (value instanceof Number number) {
            var plain = new BigDecimal(number.toString()).toPlainString();
            xml.append("office:value-type=\"float\" office:value=\"").append(plain).append("\">");
            xml.append("<text:p>").append(plain).append("</text:p>");
        } else {
            xml.append("office:value-type=\"string\">");
            value.toString()
                    .lines()
                    .forEach(
                            it ->
                                    xml.append("<text:p>")
                                            .append(SheetPackage.escaped(it))
                                            .append("</text:p>"));
        }
        xml.append("</table:table-cell>");
    }
}
