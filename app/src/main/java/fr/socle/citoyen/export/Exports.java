package fr.socle.citoyen.export;

import fr.socle.citoyen.droits.Exercice;
import fr.socle.citoyen.droits.Exercices;
import fr.socle.citoyen.entreprise.Representant;
import fr.socle.citoyen.store.ExerciceStore.Suivi;
import fr.socle.citoyen.suivi.Avancements;
import fr.socle.citoyen.usages.Family;
import fr.socle.citoyen.usages.Filter;
import fr.socle.citoyen.usages.Usages;
import fr.socle.demarches.Dossiers;
import fr.socle.identity.UsagerConnecte;
import fr.socle.journal.Journal;
import fr.socle.journal.PublicLog;
import fr.socle.kernel.PersonRef;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;

/** Gathers everything about a person, after the journal said so. */
@Service
public class Exports {

    private static final Filter ALL = new Filter(EnumSet.allOf(Family.class), Optional.empty());

    private final Usages usages;
    private final Shelves shelves;
    private final Journal journal;
    private final Clock clock;

    /** Where the person's things lie, beside the journal. */
    @Component
    record Shelves(Dossiers dossiers, Avancements avancements, Exercices exercices) {}

    Exports(Usages usages, Shelves shelves, Journal journal, Clock clock) {
        this.usages = usages;
        this.shelves = shelves;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * @param format as people call it
     */
    public Everything of(UsagerConnecte usager, String format) {
        journal.appendAlone(new Remise.Export(usager.person(), format));
        var person = usager.person();
        return new Everything(
                new Everything.Titulaire.Personne(usager),
                shelves.dossiers().of(person),
                shelves.avancements().of(person),
                exercices(person),
                usages.all(person),
                clock.instant());
    }

    /** Of a company; whoever lets its representative in has told the journal. */
    public Everything of(Representant who) {
        return new Everything(
                new Everything.Titulaire.Entreprise(who),
                List.of(),
                List.of(),
                exercices(who.company()),
                usages.all(who.company()),
                clock.instant());
    }

    /**
     * The receipts of every line that a checkpoint covers, with the key and how to verify them, as
     * a ZIP archive, written entry by entry: no connection to the database is held.
     *
     * @param readMe what the archive says of itself, given the number of lines without receipt yet
     */
    public void receipts(PersonRef person, PublicLog log, ReadMe readMe, OutputStream to)
            throws IOException {
        journal.appendAlone(new Remise.Recus(person, usages.count(person, ALL)));
        archive(person, log, readMe, to);
    }

    /** As {@link #receipts}, of a company; whoever lets its representative in told the journal. */
    public void receipts(Representant who, PublicLog log, ReadMe readMe, OutputStream to)
            throws IOException {
        archive(who.company(), log, readMe, to);
    }

    private void archive(PersonRef person, PublicLog log, ReadMe readMe, OutputStream to)
            throws IOException {
        var early = 0;
        try (var zip = new ZipOutputStream(to, StandardCharsets.UTF_8)) {
            for (var usage : usages.all(person)) {
                var receipt = usages.receipt(person, usage.place());
                if (receipt.isPresent()) {
                    put(zip, "recus/" + usage.place().fileName(), receipt.get().text());
                } else {
                    early++;
                }
            }
            put(zip, "cle.pub", log.key() + "\n");
            put(zip, "LISEZ-MOI.txt", readMe.text(early));
        }
    }

    /** What an archive says of itself. */
    public interface ReadMe {
        String text(int early);
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private List<Exercice> exercices(PersonRef person) {
        return shelves.exercices().of(person).stream().map(Suivi::exercice).toList();
    }
}
