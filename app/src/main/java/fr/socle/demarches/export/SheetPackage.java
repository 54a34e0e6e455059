package fr.socle.demarches.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The ZIP that a spreadsheet is: small parts, then one that grows. */
final class SheetPackage {

    private final ZipOutputStream zip;

    SheetPackage(OutputStream out) {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    }

    SheetPackage part(String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        write(text);
        return this;
    }

    /** Plain, so that it can be read without unpacking. */
    SheetPackage stored(String name, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var sum = new CRC32();
        sum.update(bytes);
        var entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(sum.getValue());
        zip.putNextEntry(entry);
        zip.write(bytes);
        return this;
    }

    /** Goes on with the last part. */
    void write(String text) throws IOException {
        zip.write(text.getBytes(StandardCharsets.UTF_8));
    }

    void finish() throws IOException {
        zip.closeEntry();
        zip.finish();
    }

    /** Without what XML cannot hold (XML 1.0, § 2.2). */
    static String escaped(String text) {
        var xml = new StringBuilder(text.length());
        text.codePoints()
                .filter(it -> it >= 0x20 || it == '\t' || it == '\n' || it == '\r')
                .filter(it -> (it < 0xD800 || it > 0xDFFF) && it != 0xFFFE && it != 0xFFFF)
                .forEach(
                        it -> {
                            switch (it) {
                                case '&' -> xml.append("&amp;");
                                case '<' -> xml.append("&lt;");
                                case '>' -> xml.append("&gt;");
                                case '"' -> xml.append("&quot;");
                                default -> xml.appendCodePoint(it);
                            }
                        });
        return xml.toString();
    }
}
