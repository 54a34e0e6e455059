package fr.socle.demarches.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/** Makes files of exports. Nothing of the database is held while the bytes go. */
@Component
public class Sheets {

    private static final int AT_ONCE = 200;

    private static final TypeReference<List<Object>> CELLS = new TypeReference<>() {};

    private final LigneStore lignes;

    Sheets(LigneStore lignes) {
        this.lignes = lignes;
    }

    /** How many dossiers a file of the export has now: one that was purged is in no file. */
    public int count(UUID export) {
        return lignes.count(export);
    }

    /** The stream stays open. */
    public void write(Export export, Format format, OutputStream out) throws IOException {
        try (var sheet = format.open(out, export)) {
            var lot = lignes.lines(export.id(), 0, AT_ONCE);
            while (!lot.isEmpty()) {
                for (var line : lot) {
                    sheet.line(ExportStore.JSON.readValue(line.line(), CELLS));
                }
                lot = lignes.lines(export.id(), lot.getLast().rank(), AT_ONCE);
            }
        }
    }
}
