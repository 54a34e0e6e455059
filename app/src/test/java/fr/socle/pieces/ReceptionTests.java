package fr.socle.pieces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.socle.PostgresTest;
import fr.socle.house.DataFolder;
import fr.socle.journal.Journal;
import fr.socle.pieces.trace.PieceDeposee;
import fr.socle.pieces.trace.PiecePurgee;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@PostgresTest
@Import(House.class)
class ReceptionTests {

    private static final Accepted ACCEPTED = Accepted.of(100_000, Family.PDF, Family.BUREAUTIQUE);

    @Autowired Pieces pieces;
    @Autowired Purge purge;
    @Autowired Sweeper sweeper;
    @Autowired Journal journal;
    @Autowired DataFolder data;
    @Autowired JdbcClient db;
    @Autowired PlatformTransactionManager manager;

    private final Owner owner = Owner.of("essai", UUID.randomUUID().toString());

    @Test
    void whatIsReceivedIsKnownByItsContent() {
        var piece = received(receive(Samples.docx(), "Lettre.docx"));
        assertThat(piece.type()).endsWith("wordprocessingml.document");
        assertThat(piece.size()).isEqualTo(Samples.docx().length);
        assertThat(piece.sha256()).hasSize(64);
        assertThat(piece.state()).isEqualTo(new PieceState.NonAnalysee());
        assertThat(pieces.find(piece.id())).contains(piece);
        assertThat(pieces.of(owner)).containsExactly(piece);
        assertThat(watched().entries)
                .anyMatch(it -> it instanceof PieceDeposee(var it2) && it2.equals(piece));
    }

    @Test
    void noEntryQuotesTheName() {
        var piece = received(receive(Samples.pdf(), "Certificat de grossesse.pdf"));
        assertThat(new PieceDeposee(piece).parts().toString()).doesNotContain("grossesse");
    }

    @Test
    void aRefusalIsAValueAndLeavesNothing() throws IOException {
        var before = files();
        assertThat(receive(new byte[0], "a.pdf")).isEqualTo(new Reception.Empty());
        assertThat(receive(Samples.pdf(100_001), "a.pdf"))
                .isEqualTo(new Reception.TooLarge(100_000));
        assertThat(receive(Samples.html(), "a.pdf"))
                .isEqualTo(new Reception.TypeNotAccepted("text/html", ACCEPTED));
        assertThat(receive(Samples.docm(), "a.docx"))
                .isInstanceOfSatisfying(
                        Reception.TypeNotAccepted.class,
                        it -> assertThat(it.found()).contains("macroenabled"));
        assertThat(receive(Samples.pdf(), "a.pdf.exe")).isInstanceOf(Reception.NameRefused.class);
        assertThat(pieces.of(owner)).isEmpty();
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void exactlyTheLimitIsAccepted() {
        assertThat(receive(Samples.pdf(100_000), "a.pdf")).isInstanceOf(Reception.Received.class);
    }

    @Test
    void whatRunsIsAcceptedOnlyByItsOwnName() {
        var svg = ACCEPTED.and("image/svg+xml");
        assertThat(pieces.receive(stream(Samples.svg()), svg, owner, "plan.svg", ""))
                .isInstanceOf(Reception.Received.class);
        assertThat(pieces.receive(stream(Samples.html()), svg, owner, "plan.html", ""))
                .isInstanceOf(Reception.NameRefused.class);
    }

    @Test
    void anInterruptedUploadLeavesNothing() throws IOException {
        var before = files();
        var dies =
                new InputStream() {
                    private int given;

                    @Override
                    public int read() throws IOException {
                        if (given == 90_000) {
                            throw new IOException("connection reset, for a test");
                        }
                        return Samples.pdf(90_000)[given++] & 0xFF;
                    }

                    @Override
                    public int read(byte[] into, int from, int length) throws IOException {
                        if (given == 90_000) {
                            return read();
                        }
                        int now = Math.min(length, 90_000 - given);
                        System.arraycopy(Samples.pdf(90_000), given, into, from, now);
                        given += now;
                        return now;
                    }
                };
        assertThat(pieces.receive(dies, ACCEPTED, owner, "a.pdf", ""))
                .isEqualTo(new Reception.Interrupted());
        assertThat(files()).isEqualTo(before);
        assertThat(pieces.of(owner)).isEmpty();
    }

    @Test
    void nothingIsReceivedInsideATransaction() {
        var transaction = new TransactionTemplate(manager);
        assertThatThrownBy(
                        () ->
                                transaction.executeWithoutResult(
                                        _ -> receive(Samples.pdf(), "a.pdf")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aPieceGoesTheDayAfterItsLast() {
        var kept = received(receive(Samples.pdf(), "a.pdf"));
        var over = received(receive(Samples.pdf(), "b.pdf"));
        var today = LocalDate.now(Purge.PARIS);
        assertThat(pieces.keepUntil(kept.id(), today)).isTrue();
        assertThat(pieces.keepUntil(over.id(), today.minusDays(1))).isTrue();
        purge.due();
        assertThat(pieces.of(owner)).extracting(Piece::id).containsExactly(kept.id());
        assertThat(pieces.find(over.id()).orElseThrow().state())
                .isInstanceOf(PieceState.Purgee.class);
        assertThat(pieces.keepUntil(over.id(), today)).isFalse();
        assertThat(watched().entries)
                .filteredOn(
                        it ->
                                it instanceof PiecePurgee gone
                                        && gone.piece().equals(over.id())
                                        && gone.motif().equals(Purge.DUE))
                .hasSize(1);
    }

    @Test
    void aPurgeOfTheCallersTransactionGoesBackWithIt() throws IOException {
        var piece = received(receive(Samples.pdf(), "a.pdf"));
        new TransactionTemplate(manager)
                .executeWithoutResult(
                        status -> {
                            pieces.purge(piece.id(), "essai");
                            status.setRollbackOnly();
                        });
        assertThat(pieces.of(owner)).hasSize(1);
        assertThat(file(piece.id())).exists();
    }

    @Test
    void aCrashBetweenRowAndFileIsMadeGood() throws IOException {
        var piece = received(receive(Samples.pdf(), "a.pdf"));
        var copy = Files.readAllBytes(file(piece.id()));
        pieces.purge(piece.id(), "essai");
        Files.write(file(piece.id()), copy);
        purge.files();
        assertThat(file(piece.id())).doesNotExist();
        purge.files();
        assertThat(
                        db.sql(
                                        "SELECT file_deleted_at IS NOT NULL FROM pieces.piece WHERE id = :id")
                                .param("id", piece.id().value())
                                .query(Boolean.class)
                                .single())
                .isTrue();
    }

    @Test
    void thePurgedKeyIsNowhereInTheRow() {
        var piece = received(receive(Samples.pdf(), "a.pdf"));
        pieces.purge(piece.id(), "essai");
        assertThat(
                        db.sql(
                                        """
                                        SELECT sealed_key IS NULL AND sha256 IS NULL AND name = ''
                                        FROM pieces.piece WHERE id = :id
                                        """)
                                .param("id", piece.id().value())
                                .query(Boolean.class)
                                .single())
                .isTrue();
    }

    @Test
    void theSweeperRemovesOnlyOldOrphans() throws IOException {
        var known = received(receive(Samples.pdf(), "a.pdf"));
        var oldOrphan = orphan(2);
        var freshOrphan = orphan(0);
        var draft = data.folder("pieces/brouillons").resolve(UUID.randomUUID().toString());
        Files.write(draft, new byte[10]);
        age(draft, 2);
        age(file(known.id()), 3);
        sweeper.removeOrphans();
        assertThat(file(known.id())).exists();
        assertThat(freshOrphan).exists();
        assertThat(oldOrphan).doesNotExist();
        assertThat(draft).doesNotExist();
    }

    @Test
    void aLostFileIsReported() throws IOException {
        var piece = received(receive(Samples.pdf(), "a.pdf"));
        assertThat(sweeper.lost()).doesNotContain(piece.id());
        Files.delete(file(piece.id()));
        assertThat(sweeper.lost()).contains(piece.id());
        pieces.purge(piece.id(), "perdue");
        assertThat(sweeper.lost()).doesNotContain(piece.id());
    }

    private Path orphan(int days) throws IOException {
        var path = file(PieceId.random());
        Files.createDirectories(path.getParent());
        Files.write(path, new byte[10]);
        age(path, days);
        return path;
    }

    private static void age(Path file, int days) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(days, ChronoUnit.DAYS)));
    }

    private Reception receive(byte[] bytes, String name) {
        return pieces.receive(stream(bytes), ACCEPTED, owner, name, "application/pdf");
    }

    private static InputStream stream(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    private static Piece received(Reception reception) {
        return ((Reception.Received) reception).piece();
    }

    private House.WatchedJournal watched() {
        return (House.WatchedJournal) journal;
    }

    private Path file(PieceId id) {
        var name = id.toString();
        return data.folder("pieces")
                .resolve(name.substring(0, 2))
                .resolve(name.substring(2, 4))
                .resolve(name);
    }

    private long files() throws IOException {
        try (var all = Files.walk(data.folder("pieces"))) {
            return all.filter(Files::isRegularFile).count();
        }
    }
}
