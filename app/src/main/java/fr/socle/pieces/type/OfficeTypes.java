package fr.socle.pieces.type;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** What a zip is, by the entries that office suites and virtual machines look for. */
final class OfficeTypes {

    private static final String CONTENT_TYPES = "[Content_Types].xml";
    private static final String ODF = "application/vnd.oasis.opendocument.";

    /** The main part of each kind of OOXML document (ECMA-376 part 1, 11.3, 12.3 and 13.3). */
    private static final Map<String, FileKind> MAIN_PARTS =
            Map.of(
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                    FileKind.DOCX,
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                    FileKind.XLSX,
                    "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
                    FileKind.PPTX,
                    "application/vnd.openxmlformats-officedocument.presentationml.slideshow.main+xml",
                    FileKind.PPTX);

    private OfficeTypes() {}

    static String of(ZipDirectory zip) {
        if (zip.has("AndroidManifest.xml")) {
            return FileKind.ANDROID.type();
        }
        if (zip.hasUnder("META-INF/MANIFEST.MF") || zip.hasSuffix(".class")) {
            return FileKind.JAR.type();
        }
        if (zip.has(CONTENT_TYPES)) {
            return ooxml(zip);
        }
        var declared = zip.text("mimetype").strip();
        return declared.startsWith(ODF) ? odf(zip, declared) : FileKind.ZIP.type();
    }

    private static String ooxml(ZipDirectory zip) {
        var types = zip.text(CONTENT_TYPES).toLowerCase(Locale.ROOT);
        if (types.contains("macroenabled")
                || types.contains("vbaproject")
                || zip.hasSuffix("vbaproject.bin")) {
            return withMacros(types).type();
        }
        return MAIN_PARTS.entrySet().stream()
                .filter(it -> types.contains('"' + it.getKey() + '"'))
                .map(it -> it.getValue().type())
                .findFirst()
                .orElse(FileKind.ZIP.type());
    }

    private static FileKind withMacros(String types) {
        if (types.contains("ms-excel") || types.contains("spreadsheetml")) {
            return FileKind.XLSM;
        }
        return types.contains("powerpoint") || types.contains("presentationml")
                ? FileKind.PPTM
                : FileKind.DOCM;
    }

    /** A document's macros lie in the folders Basic and Scripts (ODF 1.3, part 2). */
    private static String odf(ZipDirectory zip, String declared) {
        var ascii =
                new String(declared.getBytes(StandardCharsets.US_ASCII), StandardCharsets.US_ASCII);
        return zip.hasUnder("Basic/") || zip.hasUnder("Scripts/")
                ? FileKind.ODF_MACROS.type()
                : FileKind.ofType(ascii).map(FileKind::type).orElse(FileKind.ZIP.type());
    }
}
