package fr.socle.demarches.export;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;

/**
 * An Office Open XML workbook (ISO/IEC 29500): one sheet, texts in their cells, nothing computed. A
 * text is cut where the format ends it.
 */
final class XlsxSheet implements Sheet {

    /** Characters of one cell. */
    private static final int LONGEST = 32_767;

    private static final String TYPES =
            """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
            <Default Extension="xml" ContentType="application/xml"/>
            <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
            <Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
            </Types>
            """;

    private static final String RELATIONS =
            """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
            <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" Target="%s"/>
            </Relationships>
            """;

    private static final String WORKBOOK =
            """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" \
            xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
            <sheets><sheet name="Dossiers" sheetId="1" r:id="rId1"/></sheets></workbook>
            """;

    private static final String HEAD =
            """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>""";

    private static final String FOOT = "</sheetData></worksheet>\n";

    private final SheetPackage file;

    XlsxSheet(OutputStream out, Export export) throws IOException {
        this.file =
                new SheetPackage(out)
                        .part("[Content_Types].xml", TYPES)
                        .part(
                                "_rels/.rels",
                                RELATIONS.formatted("officeDocument", "xl/workbook.xml"))
                        .part("xl/workbook.xml", WORKBOOK)
                        .part(
                                "xl/_rels/workbook.xml.rels",
                                RELATIONS.formatted("worksheet", "worksheets/sheet1.xml"))
                        .part("xl/worksheets/sheet1.xml", HEAD);
        line(List.copyOf(export.headings()));
    }

    @Override
    public void line(List<Object> cells) throws IOException {
        var xml = new StringBuilder("<row>");
        cells.forEach(it -> cell(xml, it));
        file.write(xml.append("</row>").toString());
    }

    @Override
    public void close() throws IOException {
        file.write(FOOT);
        file.finish();
    }

    private static void cell(StringBuilder xml, Object value) {
        if (value instanceof Number number) {
            xml.append("<c><v>").append(new BigDecimal(number.toString()).toPlainString());
            xml.append("</v></c>");
            return;
        }
        var text = value.toString();
        var kept = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        xml.append("<c t=\"inlineStr\"><is><t xml:space=\"preserve\">")
                .append(SheetPackage.escaped(kept))
                .append("</t></is></c>");
    }
}
