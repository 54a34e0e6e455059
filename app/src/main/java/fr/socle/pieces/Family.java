package fr.socle.pieces;

import java.util.Set;

/** Kinds of files that fields accept together. None holds anything that runs. */
public enum Family {
    PDF("application/pdf"),
    /** What browsers, phones and scanners make. */
    IMAGES(
            "image/jpeg",
            "image/png",
            "image/gif",
            "image/webp",
            "image/tiff",
            "image/heic",
            "image/heif"),
    /** Texts, tables and slides without macros. */
    BUREAUTIQUE(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            "application/vnd.oasis.opendocument.text",
            "application/vnd.oasis.opendocument.spreadsheet",
            "application/vnd.oasis.opendocument.presentation"),
    /** Plain text and tables as text. */
    TEXTE("text/plain", "text/csv");

    private final Set<String> types;

    Family(String... types) {
        this.types = Set.of(types);
    }

    public Set<String> types() {
        return types;
    }
}
