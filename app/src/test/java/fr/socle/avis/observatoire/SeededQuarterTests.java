package fr.socle.avis.observatoire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.socle.PostgresTest;
import fr.socle.avis.Grade;
import fr.socle.avis.JudgedId;
import fr.socle.avis.Kind;
import fr.socle.avis.Satisfaction;
import fr.socle.avis.Tally;
import fr.socle.avis.observatoire.edition.Edition;
import fr.socle.avis.observatoire.edition.Editions;
import fr.socle.avis.observatoire.edition.OpenData;
import fr.socle.avis.observatoire.indicator.Quarter;
import fr.socle.avis.observatoire.listing.ListedDemarche.Facts;
import fr.socle.avis.observatoire.listing.Listings;
import fr.socle.avis.observatoire.listing.OnceOnly;
import fr.socle.avis.observatoire.listing.Online;
import fr.socle.avis.observatoire.listing.SignIn;
import fr.socle.avis.observatoire.rgaa.Declaration;
import fr.socle.avis.observatoire.rgaa.Declarations;
import fr.socle.avis.score.Deltas;
import fr.socle.avis.store.Opinion;
import fr.socle.avis.store.OpinionStore;
import fr.socle.avis.store.OpinionStore.Given;
import fr.socle.directory.Actor;
import fr.socle.directory.Change;
import fr.socle.directory.OrganisationId;
import fr.socle.journal.Audience;
import fr.socle.journal.LoggedEntry;
import fr.socle.kernel.CsvText;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The second quarter of 2026, generated from {@code trimestre-avis.csv}: its edition says what was
 * worked out by hand in {@code trimestre-calculs.csv}, formula by formula.
 */
@PostgresTest
class SeededQuarterTests {

    private static final Quarter QUARTER = new Quarter(2026, 2);

    @Autowired Listings listings;
    @Autowired Declarations declarations;
    @Autowired Editions editions;
    @Autowired OpinionStore store;
    @Autowired Deltas deltas;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient db;

    private final Map<String, UUID> demarches = new HashMap<>();

    @Test
    void theEditionSaysWhatWasWorkedOutByHand() throws Exception {
        seed();
        var edition = editions.freeze(QUARTER);
        var frozen = lines(edition);
        for (var line : sheet("trimestre-calculs.csv")) {
            var cells = frozen.getOrDefault(id(line.get(0)).toString(), List.of());
            assertThat(cells.get(OpenData.HEADERS.indexOf(line.get(1))))
                    .as("%s, %s: %s", line.get(0), line.get(1), line.get(2))
                    .isEqualTo(line.get(3));
        }
        theBoardThatIsReadAgainIsTheSame(edition, frozen);
        theJournalHoldsItsFingerprint(edition);
        nobodyChangesIt(edition);
    }

    private void theBoardThatIsReadAgainIsTheSame(
            Edition edition, Map<String, List<String>> frozen) {
        for (var line : editions.board(edition).lines()) {
            assertThat(OpenData.cells(line)).isEqualTo(frozen.get(line.demarche().id().toString()));
        }
        var permis = id("Permis fictif");
        assertThat(editions.history(permis, 8)).containsKey(QUARTER);
    }

    private void theJournalHoldsItsFingerprint(Edition edition) throws Exception {
        var bytes = editions.csv(edition).getBytes(StandardCharsets.UTF_8);
        var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
        assertThat(edition.fingerprint()).isEqualTo(HexFormat.of().formatHex(digest));
        var until = Instant.now().plus(Duration.ofSeconds(20));
        while (editions.entry(edition).isEmpty() && Instant.now().isBefore(until)) {
            Thread.sleep(100);
        }
        var said =
                editions.entry(edition)
                        .flatMap(LoggedEntry::content)
                        .orElseThrow()
                        .readBy(Audience.AUDITEUR);
        assertThat(said)
                .containsEntry("empreinte-sha256", edition.fingerprint())
                .containsEntry("trimestre", "2026-T2");
    }

    private void nobodyChangesIt(Edition edition) {
        var csv = editions.csv(edition);
        insert("Permis fictif", "2026-05-01", "bad", "", "", "", "", 500);
        var again = editions.freeze(QUARTER);
        assertThat(again.fingerprint()).isEqualTo(edition.fingerprint());
        assertThat(editions.csv(again)).isEqualTo(csv);
        for (var sql :
                List.of(
                        "UPDATE avis.edition SET csv = ''",
                        "DELETE FROM avis.edition_line",
                        "UPDATE avis.edition_line SET line = ''")) {
            assertThatThrownBy(() -> db.sql(sql).update())
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("an edition never changes");
        }
    }

    @Test
    void aQuarterThatGoesOnIsNotFrozen() {
        assertThatThrownBy(() -> editions.freeze(Quarter.of(Instant.now())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void seed() throws IOException {
        list("Permis fictif", 10_000L, 7_500L, new OnceOnly.Counted(3), SignIn.STANDARD);
        list("Bourse fictive", null, null, OnceOnly.UNKNOWN, SignIn.NON);
        list("Licence fictive", null, null, new OnceOnly.SansObjet(), SignIn.SANS_OBJET);
        for (var line : sheet("trimestre-avis.csv")) {
            insert(
                    line.get(0),
                    line.get(1),
                    line.get(2),
                    line.get(3),
                    line.get(4),
                    line.get(5),
                    line.get(6),
                    Integer.parseInt(line.get(7)));
        }
        var gone =
                sheet("trimestre-avis.csv").stream().filter(it -> it.get(1).equals("2026-06-15"));
        gone.forEach(this::delete);
        measured(id("Permis fictif"));
    }

    private void list(
            String name,
            @Nullable Long volume,
            @Nullable Long online,
            OnceOnly onceOnly,
            SignIn signIn) {
        var facts =
                new Facts(
                        name,
                        "https://demarche.example/",
                        "Administration fictive",
                        "Ministère fictif",
                        Online.OUI,
                        List.of("Particuliers"),
                        volume,
                        online,
                        onceOnly,
                        signIn,
                        "");
        var owner = new OrganisationId(UUID.randomUUID());
        var change = (Change.Done<?>) listings.create(Actor.CONSOLE, owner, facts);
        var listed = (fr.socle.avis.observatoire.listing.ListedDemarche) change.value();
        demarches.put(name, listed.id());
        if (name.equals("Permis fictif")) {
            var day = LocalDate.of(2026, 5, 1);
            declarations.declare(
                    Actor.CONSOLE,
                    listed,
                    new Declaration(
                            listed.id(),
                            new BigDecimal("71.50"),
                            day,
                            "Cabinet fictif",
                            day,
                            "acces@demarche.example",
                            "Des images sans texte.",
                            ""));
        }
    }

    /** Two days of a thousand minutes, two of them without answer; the day after is not counted. */
    private void measured(UUID demarche) {
        db.sql(
                        """
                        INSERT INTO avis.probe_day (demarche, day, asked, up, pages, millis)
                        SELECT :demarche, d.day, (repeat('1', 1000) || repeat('0', 500))::bit(1500),
                               (repeat('1', d.up) || repeat('0', 1500 - d.up))::bit(1500), d.up, d.up * d.each
                          FROM (VALUES (date '2026-04-01', 1000, 400), (date '2026-06-30', 998, 400),
                                       (date '2026-07-01', 0, 9000), (date '2026-03-31', 0, 9000)) AS d (day, up, each)
                        """)
                .param("demarche", demarche)
                .update();
    }

    private void insert(
            String name,
            String day,
            String satisfaction,
            String clarity,
            String tried,
            String reached,
            String help,
            int times) {
        var opinion = opinion(satisfaction, clarity, tried, reached, help);
        transaction.executeWithoutResult(
                _ -> {
                    for (int i = 0; i < times; i++) {
                        store.add(given(name, day), opinion);
                    }
                });
    }

    /** As if it had never been given: from the rows and from what they add up to. */
    private void delete(List<String> line) {
        var opinion = opinion(line.get(2), line.get(3), line.get(4), line.get(5), line.get(6));
        var given = given(line.get(0), line.get(1));
        transaction.executeWithoutResult(
                _ -> {
                    db.sql("DELETE FROM avis.opinion WHERE demarche = :id AND day = :day")
                            .param("id", given.service().value())
                            .param("day", given.day())
                            .update();
                    for (int i = 0; i < Integer.parseInt(line.get(7)); i++) {
                        deltas.add(
                                given.service(),
                                Deltas.COMMON_FORM,
                                given.kind(),
                                given.day(),
                                Tally.NONE.minus(opinion.tally()));
                    }
                });
    }

    private Given given(String name, String day) {
        return new Given(
                UUID.randomUUID(), Kind.VERIFIED, new JudgedId(id(name)), LocalDate.parse(day));
    }

    private static Opinion opinion(
            String satisfaction, String clarity, String tried, String reached, String help) {
        return new Opinion(
                Satisfaction.valueOf(satisfaction.toUpperCase(Locale.ROOT)),
                clarity.isEmpty() ? null : Grade.valueOf(clarity.toUpperCase(Locale.ROOT)),
                tried.isEmpty() ? List.of() : List.of(tried.split(",")),
                reached.isEmpty() ? null : reached.equals("oui"),
                help.isEmpty() ? null : Grade.valueOf(help.toUpperCase(Locale.ROOT)),
                "");
    }

    private UUID id(String name) {
        return Objects.requireNonNull(demarches.get(name));
    }

    /** The lines of the signed file, by id. */
    private Map<String, List<String>> lines(Edition edition) {
        var found = new HashMap<String, List<String>>();
        var lines = CsvText.lines(editions.csv(edition));
        assertThat(lines.getFirst().cells()).isEqualTo(OpenData.HEADERS);
        lines.stream().skip(1).forEach(it -> found.put(it.cells().get(1), it.cells()));
        return found;
    }

    private static List<List<String>> sheet(String name) throws IOException {
        try (var file = SeededQuarterTests.class.getResourceAsStream(name)) {
            var text = CsvText.decoded(Objects.requireNonNull(file).readAllBytes());
            return CsvText.lines(text).stream().skip(1).map(CsvText.Line::cells).toList();
        }
    }
}
