package fr.socle.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.exchange.dataset.DataSet;
import fr.socle.habilitations.Habilitation.RequesterKind;
import fr.socle.journal.Audience;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Answers that may be given again for a while. */
@NullMarked
class KeptAnswersTests extends ParticulierTest {

    @SuppressWarnings("NullAway.Init") // because JUnit calls aDataSetThatMayBeKept first
    private DataSet kept;

    @SuppressWarnings("NullAway.Init")
    private String token;

    KeptAnswersTests() throws IOException {}

    @BeforeEach
    void aDataSetThatMayBeKept() {
        kept = given("quotient-familial", 1000, 3600);
        token =
                token(
                        habilitation(
                                city,
                                kept,
                                VALUE,
                                EnumSet.of(RequesterKind.AUTOMATE_SANS_DOSSIER)));
        db.sql("DELETE FROM exchange.kept_answer").update();
        persons.known.put(parent, ariane());
        journal.told.clear();
    }

    private HttpResponse<byte[]> ask(String token, String... headers) {
        return call(token, identite(kept), civil(), headers);
    }

    @Test
    void theSecondAnswerIsTheFirstOneAgainAndEachUseLeavesItsEntries() {
        var first = ask(token);
        assertThat(first.headers().firstValue("X-Response-Cached")).contains("false");
        assertThat(first.headers().firstValue("X-Cache-Expires-in")).contains("");
        var told = readBy("exchange.accorde", Audience.PERSONNE);
        behaviour = exchange -> say(exchange, 503, "");
        var second = ask(token);
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().firstValue("X-Response-Cached")).contains("true");
        var left = second.headers().firstValue("X-Cache-Expires-in").orElseThrow();
        assertThat(Integer.parseInt(left)).isBetween(3000, 3600);
        assertThat(second.headers().firstValue("X-Socle-Date-Source"))
                .isEqualTo(first.headers().firstValue("X-Socle-Date-Source"));
        assertThat(asked).hasValue(1);
        assertThat(journal.kinds())
                .containsExactly(
                        "exchange.demande",
                        "exchange.accorde",
                        "exchange.demande",
                        "exchange.accorde");
        assertThat(readBy("exchange.accorde", Audience.PERSONNE).get("date-source"))
                .isEqualTo(told.get("date-source"));
    }

    @Test
    void anotherHabilitationGetsItsOwnFieldsAndNoMore() {
        assertThat(text(ask(token))).contains("742").doesNotContain("2026", "NOAM");
        var other = organisation("Ville qui demande l’année");
        var year =
                token(
                        habilitation(
                                other,
                                kept,
                                Set.of("quotient_familial.annee"),
                                EnumSet.of(RequesterKind.AUTOMATE_SANS_DOSSIER)));
        var query = new ArrayList<>(civil());
        query.set(1, other.siret().value());
        var answer = call(year, identite(kept), query);
        assertThat(text(answer))
                .isEqualTo(
                        "{\"data\":{\"quotient_familial\":{\"annee\":2026}},\"links\":{},\"meta\":{}}");
        assertThat(asked).hasValue(1);
    }

    @Test
    void anotherPersonOrPeriodIsAnotherQuestion() {
        ask(token);
        var query = new ArrayList<>(civil());
        query.set(query.indexOf("prenoms[]") + 1, "Aline");
        call(token, identite(kept), query);
        var dated = new ArrayList<>(civil());
        dated.addAll(List.of("annee", "2025"));
        call(token, identite(kept), dated);
        assertThat(asked).hasValue(3);
    }

    @Test
    void whoWantsTheProviderItselfGetsIt() {
        ask(token);
        var response = ask(token, "Cache-Control", "no-cache");
        assertThat(response.headers().firstValue("X-Response-Cached")).contains("false");
        assertThat(asked).hasValue(2);
    }

    @Test
    void nothingOfItCanBeReadInTheTableNorMovedToAnotherQuestion() {
        ask(token);
        var rows =
                db.sql("SELECT key || sealed FROM exchange.kept_answer").query(byte[].class).list();
        assertThat(rows).hasSize(1);
        assertThat(new String(rows.getFirst(), StandardCharsets.ISO_8859_1))
                .doesNotContain("742", "NOAM", "FICTIF");
        db.sql("UPDATE exchange.kept_answer SET until = until + interval '1 day'").update();
        assertThat(ask(token).headers().firstValue("X-Response-Cached")).contains("false");
        assertThat(asked).hasValue(2);
    }

    @Test
    void whatIsOverIsAskedAgainAndARevocationHoldsAllTheSame() {
        ask(token);
        db.sql("UPDATE exchange.kept_answer SET until = now() - interval '1 second'").update();
        assertThat(ask(token).headers().firstValue("X-Response-Cached")).contains("false");
        assertThat(asked).hasValue(2);
        var ended =
                habilitation(city, kept, VALUE, EnumSet.of(RequesterKind.AUTOMATE_SANS_DOSSIER));
        var revoked = token(ended);
        revoke(ended);
        assertThat(codes(ask(revoked))).containsExactly("00225");
    }

    @Test
    void withoutJournalNothingThatWasKeptIsReleased() {
        ask(token);
        journal.broken = "exchange.accorde";
        var response = ask(token);
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(text(response)).doesNotContain("742");
    }

    @Test
    void usuallyNothingIsKept() {
        particulier(token(declared));
        particulier(token(declared));
        assertThat(asked).hasValue(2);
        assertThat(db.sql("SELECT count(*) FROM exchange.kept_answer").query(Long.class).single())
                .isZero();
    }
}
