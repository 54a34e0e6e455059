package fr.socle.pieces.type;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The kinds of files that we know by name. The others are refused or accepted by their media type
 * alone.
 */
public enum FileKind {
    PDF("application/pdf", "PDF", "pdf"),
    JPEG("image/jpeg", "JPEG", "jpg", "jpeg", "jpe", "jfif"),
    PNG("image/png", "PNG", "png"),
    GIF("image/gif", "GIF", "gif"),
    WEBP("image/webp", "WebP", "webp"),
    TIFF("image/tiff", "TIFF", "tif", "tiff"),
    HEIC("image/heic", "HEIC", "heic"),
    HEIF("image/heif", "HEIF", "heif"),
    DOCX(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "Word (.docx)",
            "docx"),
    XLSX(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "Excel (.xlsx)",
            "xlsx"),
    PPTX(
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            "PowerPoint (.pptx)",
            "pptx"),
    ODT("application/vnd.oasis.opendocument.text", "OpenDocument (.odt)", "odt"),
    ODS("application/vnd.oasis.opendocument.spreadsheet", "OpenDocument (.ods)", "ods"),
    ODP("application/vnd.oasis.opendocument.presentation", "OpenDocument (.odp)", "odp"),
    TEXT("text/plain", "TXT", "txt"),
    CSV("text/csv", "CSV", "csv"),
    JSON("application/json", "JSON", "json"),
    XML("application/xml", "XML", "xml"),
    ZIP("application/zip", "ZIP", "zip"),

    // What follows runs, or makes a browser or an office suite run something.
    SVG("image/svg+xml", "SVG", "svg", "svgz"),
    HTML("text/html", "HTML", "html", "htm", "shtml", "mht", "mhtml"),
    XHTML("application/xhtml+xml", "XHTML", "xhtml", "xht"),
    DOCM(
            "application/vnd.ms-word.document.macroenabled.12",
            "Word (.docm, macros)",
            "docm",
            "dotm"),
    XLSM(
            "application/vnd.ms-excel.sheet.macroenabled.12",
            "Excel (.xlsm, macros)",
            "xlsm",
            "xltm",
            "xlam",
            "xlsb"),
    PPTM(
            "application/vnd.ms-powerpoint.presentation.macroenabled.12",
            "PowerPoint (.pptm, macros)",
            "pptm",
            "potm",
            "ppam",
            "ppsm"),
    ODF_MACROS("application/x-opendocument-macros", "OpenDocument (macros)"),
    OLE(
            "application/x-tika-msoffice",
            "Office 97-2003 (.doc, .xls, .ppt)",
            "doc",
            "dot",
            "xls",
            "xlt",
            "ppt",
            "pps"),
    WINDOWS(
            "application/x-msdownload",
            "Windows (.exe)",
            "exe",
            "dll",
            "com",
            "scr",
            "cpl",
            "msi",
            "msp",
            "pif",
            "lnk",
            "reg",
            "sys",
            "appx",
            "msix"),
    UNIX("application/x-executable", "Unix (ELF)", "bin", "run", "elf", "so", "appimage"),
    JAR("application/java-archive", "Java (.jar)", "jar", "war", "class", "jnlp"),
    ANDROID("application/vnd.android.package-archive", "Android (.apk)", "apk"),
    SHELL(
            "application/x-sh",
            "script (.sh, .bat…)",
            "sh",
            "bash",
            "bat",
            "cmd",
            "ps1",
            "psm1",
            "vbs",
            "vbe",
            "wsf",
            "wsh",
            "hta",
            "py",
            "pl",
            "rb",
            "php",
            "command",
            "desktop",
            "scpt"),
    SCRIPT("text/javascript", "JavaScript", "js", "jse", "mjs");

    private static final Map<String, FileKind> BY_TYPE =
            Arrays.stream(values())
                    .collect(Collectors.toUnmodifiableMap(it -> it.type, Function.identity()));
    private static final Map<String, FileKind> BY_EXTENSION =
            Arrays.stream(values())
                    .flatMap(kind -> kind.extensions.stream().map(it -> Map.entry(it, kind)))
                    .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private final String type;
    private final String label;
    private final List<String> extensions;

    FileKind(String type, String label, String... extensions) {
        this.type = type;
        this.label = label;
        this.extensions = List.of(extensions);
    }

    public String type() {
        return type;
    }

    public List<String> extensions() {
        return extensions;
    }

    /** Whether opening such a file may run something. */
    public boolean runs() {
        return ordinal() >= SVG.ordinal();
    }

    public static Optional<FileKind> ofType(String type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }

    public static Optional<FileKind> ofExtension(String extension) {
        return Optional.ofNullable(BY_EXTENSION.get(extension.toLowerCase(Locale.ROOT)));
    }

    /** What people call it, or the media type itself. */
    public static String labelOf(String type) {
        return ofType(type).map(it -> it.label).orElse(type);
    }

    /** The type, then its extensions: some systems know only the one, some the other. */
    public static Stream<String> inputAccept(String type) {
        return Stream.concat(
                Stream.of(type),
                ofType(type).stream().flatMap(it -> it.extensions.stream()).map(it -> "." + it));
    }
}
