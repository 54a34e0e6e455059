package fr.socle.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.socle.journey.Acts.Act;
import fr.socle.journey.Acts.What;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Compares what persons were told with what the house kept. */
final class Kept implements AutoCloseable {

    /** Each step's kind in the journal, and the subject of its letter. */
    private static final Map<String, String> LETTERS =
            Map.of(
                    "demarches.depot", "Dossier déposé",
                    "demarches.correction-demandee", "Correction demandée",
                    "demarches.correction-deposee", "Correction déposée",
                    "demarches.instruction", "Dossier en instruction",
                    "demarches.decision", "Demande acceptée");

    /** Of a letter that a node held when it died: only then may another send it. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    private static final Pattern PIECE = Pattern.compile("[0-9a-f-]{32,36}");

    private final LivingNode node;
    private final Acts acts;
    private final Connection connection;

    Kept(LivingNode node, Acts acts) throws SQLException, IOException {
        this.node = node;
        this.acts = acts;
        this.connection = node.connect();
    }

    /** What goes on after an answer: the log's integration, projections, letters. */
    void settle() {
        await().pollInterval(Duration.ofSeconds(1))
                .atMost(LEASE.plusMinutes(1))
                .untilAsserted(
                        () -> {
                            none("journal.pending", "true");
                            none(
                                    "journal.follower f JOIN journal.head h USING (log)",
                                    "f.next < h.size");
                            none("notifications.outbox", "state = 'waiting'");
                        });
    }

    void assertAll() throws Exception {
        assertEachDossierOnce();
        assertEachActJournalled();
        assertEachLetterOnce();
        assertOpinionsCounted();
        assertPiecesWhole();
        assertPagesShowThem();
        assertThat(node.command("journal", "check", "--data", node.data().toString()))
                .as("./socle journal check")
                .isZero();
        assertThat(node.said()).contains("Tout est prouvé.");
    }

    private List<String> numbers() throws IOException {
        return acts.all(What.DEPOSITED).stream().map(Act::dossier).toList();
    }

    private void assertEachDossierOnce() throws Exception {
        var kept =
                column(
                        """
                        SELECT regexp_replace(number, '(...)(...)(...)(...)', '\\1-\\2-\\3-\\4')
                          FROM demarches.dossier WHERE state <> 'brouillon'
                        """);
        assertThat(kept).as("dossiers").containsExactlyInAnyOrderElementsOf(numbers());
        none("demarches.dossier", "state NOT IN ('brouillon', 'accepte')");
        none(
                "demarches.dossier d",
                """
                state = 'accepte' AND (
                  (SELECT string_agg(event, ' ' ORDER BY rank) FROM demarches.etape e WHERE e.dossier = d.id)
                  <> 'commence depose correction-demandee correction-deposee passe-en-instruction accepte'
                  OR NOT EXISTS (SELECT FROM demarches.attestation a WHERE a.dossier = d.id))
                """);
        for (var act : acts.all(What.DEPOSITED)) {
            none(
                    "demarches.dossier",
                    "state = 'brouillon' AND reponses::text LIKE '%" + act.child() + "%'");
        }
    }

    /** Whoever controls reads the dossier's identifier, so that part is not sealed. */
    private void assertEachActJournalled() throws Exception {
        for (var kind : LETTERS.keySet()) {
            assertThat(
                            column(
                                    """
                                    SELECT d.number || ' ' || count(c.id) FROM demarches.dossier d
                                      LEFT JOIN journal.content c ON c.kind = '%s'
                                       AND position(convert_to(d.id::text, 'UTF8') IN c.parts) > 0
                                     WHERE d.state <> 'brouillon'
                                     GROUP BY d.number HAVING count(c.id) <> 1
                                    """
                                            .formatted(kind)))
                    .as("dossiers without exactly one " + kind)
                    .isEmpty();
            assertThat(count("journal.content", "kind = '" + kind + "'"))
                    .as(kind)
                    .isEqualTo(numbers().size());
        }
    }

    private void assertEachLetterOnce() throws Exception {
        for (var subject : LETTERS.values()) {
            for (var number : numbers()) {
                assertThat(
                                count(
                                        "notifications.outbox",
                                        "subject LIKE '"
                                                + subject
                                                + "%' AND plain LIKE '%"
                                                + number
                                                + "%'"))
                        .as(subject + " " + number)
                        .isEqualTo(1);
            }
            assertThat(count("notifications.outbox", "subject LIKE '" + subject + "%'"))
                    .as(subject)
                    .isEqualTo(numbers().size());
        }
    }

    private void assertOpinionsCounted() throws Exception {
        assertThat(count("avis.opinion", "true")).isEqualTo(acts.all(What.OPINION_GIVEN).size());
        assertThat(count("avis.decision", "true")).isEqualTo(acts.all(What.DECIDED).size());
        assertThat(Journey.opinions(quality())).isEqualTo(acts.all(What.OPINION_GIVEN).size());
    }

    private Screen quality() {
        return home().follow("Qualité des services").follow(DemonstrationStage.DEMARCHE);
    }

    private Screen home() {
        return new Browser(List.of(node.address()), List.of()).home();
    }

    /** Each row has its file; each that a deposited dossier owns is named in its answers. */
    private void assertPiecesWhole() throws Exception {
        var rows = column("SELECT id::text FROM pieces.piece WHERE state <> 'purgee'");
        var files = files();
        assertThat(files).as("files of pieces").containsAll(rows);
        var strays = new ArrayList<>(files);
        strays.removeAll(rows);
        System.out.println(
                "fire: "
                        + strays.size()
                        + " files without a row, which are swept after a day: "
                        + strays);
        none(
                "pieces.piece p JOIN demarches.dossier d ON d.id::text = p.owner_reference",
                """
                p.state <> 'purgee' AND d.state <> 'brouillon'
                AND position(p.id::text IN d.reponses::text) = 0
                """);
        none(
                "pieces.piece p",
                """
                p.state <> 'purgee' AND p.owner_block = 'demarches' AND NOT EXISTS (
                  SELECT FROM demarches.dossier d WHERE d.id::text = p.owner_reference)
                """);
    }

    private List<String> files() throws IOException {
        try (var all = Files.walk(node.data().resolve("pieces"))) {
            return all.filter(Files::isRegularFile)
                    .filter(it -> !it.toString().contains("brouillons"))
                    .map(it -> it.getFileName().toString())
                    .filter(it -> PIECE.matcher(it).matches())
                    .toList();
        }
    }

    /** An agent finds each by its number, decided, with the words that were told. */
    private void assertPagesShowThem() throws IOException {
        var childOf = new HashMap<String, String>();
        acts.all(What.DEPOSITED).forEach(it -> childOf.put(it.dossier(), it.child()));
        var browser = new Browser(List.of(node.address()), List.of());
        Doors.agent(browser, DemonstrationStage.CITY, DemonstrationStage.IN_CHARGE);
        for (var act : acts.all(What.DECIDED)) {
            browser.home()
                    .follow("Espace des agents")
                    .follow("Dossiers")
                    .form("Afficher")
                    .type("Numéro de dossier", act.dossier())
                    .send()
                    .saying(act.dossier())
                    .saying(childOf.getOrDefault(act.dossier(), act.child()))
                    .saying("Demande acceptée");
        }
    }

    private void none(String from, String where) throws SQLException {
        assertThat(count(from, where)).as(from + " WHERE " + where).isZero();
    }

    private int count(String from, String where) throws SQLException {
        return Integer.parseInt(
                column("SELECT count(*) FROM " + from + " WHERE " + where).getFirst());
    }

    private List<String> column(String sql) throws SQLException {
        var values = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
