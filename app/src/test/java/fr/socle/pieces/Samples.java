package fr.socle.pieces;

import fr.socle.pieces.seal.Content;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Small files, made here. */
public final class Samples {

    private Samples() {}

    public static byte[] pdf() {
        return text(
                """
                %PDF-1.4
                1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
                2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
                3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj
                trailer<</Root 1 0 R>>
                %%EOF
                """);
    }

    /** A PDF followed by as much as is wanted: readers look at its end only. */
    public static byte[] pdf(int length) {
        var bytes = Arrays.copyOf(pdf(), length);
        for (int i = pdf().length; i < length; i++) {
            bytes[i] = (byte) (i * 31 + i / 251);
        }
        return bytes;
    }

    public static byte[] png() {
        return image("png");
    }

    public static byte[] jpeg() {
        return image("jpg");
    }

    public static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] html() {
        return text("<!doctype html><html><body><script>alert(1)</script></body></html>");
    }

    public static byte[] svg() {
        return text(
                "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>");
    }

    public static byte[] exe() {
        var bytes = new byte[512];
        bytes[0] = 'M';
        bytes[1] = 'Z';
        bytes[0x3c] = (byte) 0x80;
        bytes[0x80] = 'P';
        bytes[0x81] = 'E';
        return bytes;
    }

    public static byte[] elf() {
        var bytes = new byte[64];
        bytes[0] = 0x7f;
        bytes[1] = 'E';
        bytes[2] = 'L';
        bytes[3] = 'F';
        bytes[4] = 2;
        bytes[5] = 1;
        bytes[6] = 1;
        bytes[16] = 2;
        return bytes;
    }

    public static byte[] ole() {
        var bytes = new byte[1024];
        var magic = new int[] {0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1};
        for (int i = 0; i < magic.length; i++) {
            bytes[i] = (byte) magic[i];
        }
        return bytes;
    }

    public static Map<String, String> docxEntries() {
        return ooxml(
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                "word/document.xml");
    }

    public static byte[] docx() {
        return zip(docxEntries());
    }

    public static byte[] docm() {
        return zip(
                ooxml(
                        "application/vnd.ms-word.document.macroEnabled.main+xml",
                        "word/document.xml"));
    }

    public static byte[] xlsx() {
        return zip(
                ooxml(
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                        "xl/workbook.xml"));
    }

    public static Map<String, String> odtEntries() {
        var entries = new LinkedHashMap<String, String>();
        entries.put("mimetype", "application/vnd.oasis.opendocument.text");
        entries.put("content.xml", "<office:document-content/>");
        entries.put("META-INF/manifest.xml", "<manifest:manifest/>");
        return entries;
    }

    public static byte[] odt() {
        return zip(odtEntries());
    }

    public static byte[] zip(Map<String, String> entries) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(text(entry.getValue()));
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    public static byte[] join(byte[] first, byte[] second) {
        var both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    public static Content content(byte[] bytes) {
        return new Content() {
            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public void read(long at, byte[] into) throws IOException {
                if (at < 0 || at + into.length > bytes.length) {
                    throw new java.io.EOFException();
                }
                System.arraycopy(bytes, (int) at, into, 0, into.length);
            }

            @Override
            public void copy(long first, long length, OutputStream target) throws IOException {
                for (long at = first; at < first + length; at += 65_536) {
                    target.write(bytes, (int) at, (int) Math.min(65_536, first + length - at));
                }
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
    }

    private static Map<String, String> ooxml(String mainType, String mainPart) {
        var entries = new LinkedHashMap<String, String>();
        entries.put("_rels/.rels", "<Relationships/>");
        entries.put(mainPart, "<x/>");
        entries.put(
                "[Content_Types].xml",
                "<Types><Override PartName=\"/"
                        + mainPart
                        + "\" ContentType=\""
                        + mainType
                        + "\"/></Types>");
        return entries;
    }

    private static byte[] image(String format) {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), format, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}
