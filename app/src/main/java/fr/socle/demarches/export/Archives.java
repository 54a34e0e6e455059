package fr.socle.demarches.export;

import fr.socle.demarches.depot.DossierStore;
import fr.socle.demarches.depot.Joined;
import fr.socle.demarches.dossier.Dossier.Depose;
import fr.socle.demarches.export.LigneStore.Place;
import fr.socle.demarches.instruction.InCharge;
import fr.socle.pieces.Handout;
import fr.socle.pieces.Piece;
import fr.socle.ui.Dictionary;
import fr.socle.ui.access.Visitor;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;

/**
 * Makes a ZIP of an export: its lines as {@code dossiers.csv}, and a folder of documents for each
 * dossier. Written while it is sent, so that no second copy of a document ever lies anywhere; each
 * document's opening is in the journal before its first byte leaves. One that cannot be given out,
 * or was purged meanwhile, is a line of text that says so.
 */
@Component
public class Archives {

    private static final int AT_ONCE = 50;

    private final Sheets sheets;
    private final LigneStore lignes;
    private final InCharge inCharge;
    private final Shelf shelf;
    private final Dictionary dictionary;

    /** Where dossiers and their documents are. */
    @Component
    record Shelf(DossierStore dossiers, Joined joined, Handout handout) {}

    Archives(
            Sheets sheets,
            LigneStore lignes,
            InCharge inCharge,
            Shelf shelf,
            Dictionary dictionary) {
        this.sheets = sheets;
        this.lignes = lignes;
        this.inCharge = inCharge;
        this.shelf = shelf;
        this.dictionary = dictionary;
    }

    /**
     * The documents of those dossiers of which the agent is in charge now; the stream stays open.
     */
    public void write(Export export, Visitor.Agent agent, OutputStream out) throws IOException {
        var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        zip.putNextEntry(new ZipEntry("dossiers.csv"));
        sheets.write(export, Format.CSV, zip);
        zip.closeEntry();
        var lot = next(export, 0, agent);
        while (!lot.isEmpty()) {
            for (var dossier : his(lot)) {
                add(zip, dossier, agent);
            }
            lot = next(export, lot.getLast().rank(), agent);
        }
        zip.finish();
    }

    private List<Place> next(Export export, int after, Visitor.Agent agent) {
        return lignes.next(export.id(), after, AT_ONCE, inCharge.reader(agent));
    }

    private List<Depose> his(List<Place> lot) {
        var ids = lot.stream().filter(Place::his).map(Place::dossier).toList();
        return shelf.dossiers.deposited(ids);
    }

    private void add(ZipOutputStream zip, Depose dossier, Visitor.Agent agent) throws IOException {
        var number = 0;
        for (var piece : shelf.joined.all(dossier.fiche())) {
            var name =
                    "%s/%02d-%s"
                            .formatted(dossier.depot().number().formatted(), ++number, name(piece));
            if (!shelf.handout.write(piece.id(), agent, () -> opened(zip, name))) {
                opened(zip, name + ".txt").write(absent().getBytes(StandardCharsets.UTF_8));
            }
            zip.closeEntry();
        }
    }

    private static OutputStream opened(ZipOutputStream zip, String name) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        return zip;
    }

    /** Without what would be a folder; the number before it keeps two of one name apart. */
    private static String name(Piece piece) {
        return piece.name().replaceAll("[/\\\\]", "_");
    }

    private String absent() {
        return dictionary.french().of("demarches.export.absent");
    }
}
