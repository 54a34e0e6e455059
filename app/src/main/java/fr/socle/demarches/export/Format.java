package fr.socle.demarches.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * What an export can be downloaded as; the label is the message {@code demarches.export.<code>}.
 */
public enum Format {
    CSV("csv", "text/csv;charset=UTF-8") {
        @Override
        Sheet open(OutputStream out, Export export) throws IOException {
            return new CsvSheet(out, export);
        }
    },
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") {
        @Override
        Sheet open(OutputStream out, Export export) throws IOException {
            return new XlsxSheet(out, export);
        }
    },
    ODS("ods", OdsSheet.TYPE) {
        @Override
        Sheet open(OutputStream out, Export export) throws IOException {
            return new OdsSheet(out, export);
        }
    },
    JSON("json", "application/json") {
        @Override
        Sheet open(OutputStream out, Export export) {
            return new JsonSheet(out, export);
        }
    };

    /** What a sheet of a spreadsheet program holds, its headings included. */
    static final int MOST_LINES = 1_048_576;

    private final String code;
    private final String type;

    Format(String code, String type) {
        this.code = code;
        this.type = type;
    }

    public String code() {
        return code;
    }

    public String type() {
        return type;
    }

    public static Optional<Format> of(String code) {
        return Arrays.stream(values()).filter(it -> it.code.equals(code)).findFirst();
    }

    /** Whether the export is not too long for it. */
    public boolean holds(Export export) {
        return switch (this) {
            case CSV, JSON -> true;
            case XLSX, ODS -> export.found() < MOST_LINES;
        };
    }

    /** Begins the file, headings included. */
    abstract Sheet open(OutputStream out, Export export) throws IOException;
}
