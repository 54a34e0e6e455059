package fr.socle.demarches.jeton;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.BlindClient;
import fr.socle.avis.store.OpinionStore;
import fr.socle.demarches.DemarcheId;
import fr.socle.demarches.depot.DossierStore;
import fr.socle.demarches.dossier.Dossier.Depose;
import fr.socle.demarches.dossier.DossierHouse;
import fr.socle.demarches.dossier.DossierId;
import fr.socle.kernel.NumeroPublic;
import fr.socle.notifications.outbox.Lease;
import fr.socle.notifications.outbox.Outbox;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.htmlunit.html.HtmlButton;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.html.HtmlRadioButtonInput;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whoever has both blocks' tables, the journal's, PostgreSQL's row headers and the log cannot tell
 * whose opinion a verified one is: of 30 dossiers he guesses no more than chance would.
 */
@NullMarked
@ExtendWith(OutputCaptureExtension.class)
class NoLinkTests extends DossierHouse {

    private static final int EACH_WAY = 15;

    /** Of 15 drawn blindly one is right on average; eight or more in one case out of 100,000. */
    private static final int CHANCE = 7;

    private static final Pattern LINK = Pattern.compile("/avis/([A-Za-z0-9_-]{43})");

    @Autowired OpinionTokens tokens;
    @Autowired NightRound night;
    @Autowired DossierStore dossiers;
    @Autowired OpinionStore opinions;
    @Autowired Outbox outbox;
    @Autowired TransactionTemplate transaction;
    @Autowired Clock clock;

    /** Which opinion is of which dossier: what nobody may find out. */
    private final Map<UUID, UUID> truth = new HashMap<>();

    private final List<String> secrets = new ArrayList<>();

    @Test
    void noVerifiedOpinionLeadsToItsDossier(CapturedOutput log) throws Exception {
        db().sql("UPDATE demarches.jeton_avis_ronde SET day = current_date + 1").update();
        var all = dossiers();
        var demarche = all.getFirst().fiche().demarche();
        for (var dossier : all.subList(0, EACH_WAY)) {
            opine(blindly(dossier), dossier);
        }
        assertThat(best(demarche))
                .as("before the night the order of rows still tells: the attack works")
                .isGreaterThan(CHANCE);
        all.subList(EACH_WAY, 2 * EACH_WAY).forEach(tokens::askLetter);
        transaction.executeWithoutResult(_ -> night.make());
        var letters = letters(all);
        send();
        for (var dossier : letters.keySet()) {
            opine(Objects.requireNonNull(letters.get(dossier)), dossier);
        }
        transaction.executeWithoutResult(
                _ -> {
                    opinions.shuffleBefore(LocalDate.now(clock).plusDays(2));
                    night.make();
                });
        assertThat(truth).hasSize(2 * EACH_WAY);
        assertThat(best(demarche)).isLessThanOrEqualTo(CHANCE);
        nothingStandsOnBothSides(demarche);
        secrets.forEach(it -> assertThat(log.getAll()).doesNotContain(it));
    }

    /** The best guess by any two orders in which the two sides lie. */
    private int best(DemarcheId demarche) {
        int best = 0;
        for (var left : orders("demarches.jeton_avis", "dossier", demarche, "true")) {
            for (var right : orders("avis.opinion", "id", demarche, "kind = 'verified'")) {
                best = Math.max(best, Math.max(right(left, right), right(left, right.reversed())));
            }
        }
        return best;
    }

    private int right(List<UUID> dossiers, List<UUID> said) {
        int right = 0;
        for (int i = 0; i < Math.min(dossiers.size(), said.size()); i++) {
            right += dossiers.get(i).equals(truth.get(said.get(i))) ? 1 : 0;
        }
        return right;
    }

    private List<List<UUID>> orders(String table, String id, DemarcheId demarche, String which) {
        return List.of("ctid", "xmin::text::bigint, ctid", "md5(" + id + "::text)", id).stream()
                .map(
                        it ->
                                db().sql(
                                                "SELECT %s FROM %s WHERE demarche = :demarche AND %s ORDER BY %s"
                                                        .formatted(id, table, which, it))
                                        .param("demarche", demarche.value())
                                        .query(UUID.class)
                                        .list())
                .toList();
    }

    /** No number of a dossier or person on the side of opinions, none of a token on the other. */
    private void nothingStandsOnBothSides(DemarcheId demarche) {
        var here = dump("demarches") + dump("notifications");
        var there = dump("avis");
        truth.forEach(
                (opinion, dossier) -> {
                    assertThat(here).doesNotContain(opinion.toString().replace("-", ""));
                    assertThat(here).doesNotContain(opinion.toString());
                    assertThat(there).doesNotContain(dossier.toString());
                });
        secrets.forEach(it -> assertThat(here + there).doesNotContain(it));
        theJournalKnowsNoOpinion();
        assertThat(here).contains(demarche.toString());
        assertThat(there).contains(demarche.toString());
    }

    /** Neither as it is read nor as the bytes of its entries. */
    private void theJournalKnowsNoOpinion() {
        var journal = dump("journal");
        assertThat(journal).as("something was written").isNotEmpty();
        truth.keySet().stream()
                .flatMap(it -> Stream.of(it.toString(), it.toString().replace("-", "")))
                .forEach(it -> assertThat(journal).doesNotContain(it, bytes(it)));
        secrets.forEach(it -> assertThat(journal).doesNotContain(it, bytes(it)));
    }

    private static String bytes(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    private String dump(String schema) {
        var dump = new StringBuilder();
        db().sql(
                        "SELECT table_name FROM information_schema.tables WHERE table_schema = :schema AND table_type = 'BASE TABLE'")
                .param("schema", schema)
                .query(String.class)
                .list()
                .forEach(
                        it ->
                                db().sql(
                                                "SELECT row_to_json(t)::text FROM %s.\"%s\" t"
                                                        .formatted(schema, it))
                                        .query(String.class)
                                        .list()
                                        .forEach(dump::append));
        return dump.toString();
    }

    private String blindly(Depose dossier) {
        var demarche = dossier.fiche().demarche();
        var key = tokens.key(demarche);
        var prefix = BlindClient.random(32);
        var client =
                BlindClient.fresh(key.key(), BlindClient.message(prefix, demarche, key.quarter()));
        var outcome = tokens.sign(dossier, key.quarter(), client.blinded());
        if (outcome instanceof SigningOutcome.Signed(var signature)) {
            return BlindClient.token(prefix, demarche, key.quarter(), client.unveiled(signature));
        }
        throw new AssertionError("not signed: " + outcome);
    }

    /** Gives the opinion at once, as most people would, which is the worst case. */
    private void opine(String token, Depose dossier) throws Exception {
        secrets.add(token);
        var before = said(dossier.fiche().demarche());
        HtmlPage form = browser().getPage(address("/avis/" + token));
        form.<HtmlRadioButtonInput>querySelector("input[value=good]").setChecked(true);
        form.<HtmlButton>querySelector("main form button").click();
        var after = new ArrayList<>(said(dossier.fiche().demarche()));
        after.removeAll(before);
        assertThat(after).hasSize(1);
        truth.put(after.getFirst(), dossier.id().value());
    }

    private List<UUID> said(DemarcheId demarche) {
        return db().sql("SELECT id FROM avis.opinion WHERE demarche = :demarche")
                .param("demarche", demarche.value())
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    /** Read before they leave, by whom they are addressed to. */
    private Map<Depose, String> letters(List<Depose> all) {
        var found = new HashMap<Depose, String>();
        for (var dossier : all.subList(EACH_WAY, 2 * EACH_WAY)) {
            var plain =
                    db().sql(
                                    "SELECT plain FROM notifications.outbox WHERE recipient = :person AND category = 'demarches.avis.ephemere'")
                            .param("person", dossier.fiche().usager().person().value())
                            .query(String.class)
                            .single();
            var link = LINK.matcher(plain);
            assertThat(link.find()).isTrue();
            found.put(dossier, link.group(1));
        }
        return found;
    }

    private void send() {
        transaction.executeWithoutResult(_ -> leave());
    }

    /** Whatever became of the letters meanwhile: this house has no mail server of its own. */
    private void leave() {
        db().sql(
                        """
                        UPDATE notifications.outbox
                           SET state = 'waiting', finished_at = NULL, lease = NULL, leased_until = NULL
                         WHERE category = 'demarches.avis.ephemere'
                        """)
                .update();
        var now = Instant.now().plus(Duration.ofDays(1));
        var lease = new Lease(UUID.randomUUID(), now.plus(Duration.ofMinutes(5)));
        for (var letter : outbox.take(lease, now, 1000)) {
            outbox.sent(letter.id(), lease, now);
        }
    }

    /** Thirty persons with a decided dossier each, in no order. */
    private List<Depose> dossiers() throws Exception {
        var first = UUID.fromString(idOf(deposited(usager(UUID.randomUUID()))));
        db().sql(
                        """
                        UPDATE demarches.dossier
                           SET state = 'accepte', instructed_at = now(), decided_at = now(), motivation = ''
                         WHERE id = :id
                        """)
                .param("id", first)
                .update();
        var ids = new ArrayList<>(List.of(new DossierId(first)));
        for (int i = 1; i < 2 * EACH_WAY; i++) {
            ids.add(copy(first));
        }
        var all = new ArrayList<>(dossiers.deposited(ids));
        assertThat(all).hasSize(2 * EACH_WAY);
        Collections.shuffle(all);
        return all;
    }

    private DossierId copy(UUID first) {
        return new DossierId(
                db().sql(
                                """
                                INSERT INTO demarches.dossier OVERRIDING USER VALUE
                                SELECT (jsonb_populate_record(d, jsonb_build_object(
                                           'id', gen_random_uuid(), 'person', gen_random_uuid(),
                                           'start_token', gen_random_uuid(),
                                           'number', :number::text))).*
                                  FROM demarches.dossier d
                                 WHERE d.id = :first
                                RETURNING id
                                """)
                        .param("first", first)
                        .param("number", NumeroPublic.fresh(new SecureRandom()).value())
                        .query(UUID.class)
                        .single());
    }
}
