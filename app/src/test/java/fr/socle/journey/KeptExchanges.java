package fr.socle.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Compares what a program wrote down with what the journal and the person's file tell. */
final class KeptExchanges implements AutoCloseable {

    private static final Pattern ECHANGE = Pattern.compile("\"echange\":\"([0-9a-f-]{36})\"");

    /** Of a round that looks every minute, on a machine that has other things to do. */
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Connection connection;
    private final Asking.Told told;

    KeptExchanges(LonePostgres postgres, Asking.Told told) throws SQLException {
        this.connection = postgres.connect();
        this.told = told;
    }

    /** What goes on after the last answer; then an hour passes for what was left without an end. */
    void settle() throws SQLException {
        followed();
        try (var statement = connection.createStatement()) {
            statement.execute(
                    "UPDATE exchange.step SET seen_at = seen_at - interval '1 hour' WHERE NOT ended");
        }
        await().pollInterval(Duration.ofSeconds(1))
                .atMost(PATIENCE)
                .until(() -> count("exchange.step", "NOT ended") == 0);
        followed();
    }

    private void followed() {
        await().pollInterval(Duration.ofMillis(500))
                .atMost(PATIENCE)
                .until(
                        () ->
                                count("journal.pending", "true") == 0
                                        && count(
                                                        "journal.follower f JOIN journal.head h USING (log)",
                                                        "f.next < h.size")
                                                == 0);
    }

    String tell() throws SQLException {
        return "%d asked, %d received, otherwise %s; %d requested, %d accorded, %d received by the gateway's count, %d interrupted"
                .formatted(
                        told.asked(),
                        told.received().size(),
                        told.other(),
                        count("exchange.step", "requested"),
                        count("exchange.step", "accorded"),
                        count("exchange.step", "received"),
                        count("exchange.step", "NOT accorded"));
    }

    /**
     * @param provided how often the provider was asked
     */
    void assertAll(int provided) throws SQLException {
        assertContained();
        assertCounted(provided);
        assertReadByThePerson();
    }

    /** Received ⊆ accorded ⊆ requested, by the program's own file. */
    private void assertContained() throws SQLException {
        var echangeOf = granted();
        assertThat(echangeOf.keySet())
                .as("received and not accorded")
                .containsAll(told.received().values());
        var received =
                told.received().values().stream().map(echangeOf::get).collect(Collectors.toSet());
        assertThat(received).as("one answer, one exchange").hasSize(told.received().size());
        assertThat(steps("accorded")).isEqualTo(Set.copyOf(echangeOf.values()));
        assertThat(steps("requested")).containsAll(steps("accorded"));
        assertThat(received).as("told as received and not received").containsAll(steps("received"));
        assertThat(
                        count(
                                "exchange.step",
                                "accorded AND NOT requested OR received AND NOT accorded"))
                .isZero();
    }

    private void assertCounted(int provided) throws SQLException {
        var requested = count("exchange.step", "requested");
        assertThat(requested).isLessThanOrEqualTo(told.asked());
        assertThat(provided)
                .as("the provider is asked after the entry, and before the grant")
                .isBetween(count("exchange.step", "accorded"), requested);
        assertThat(count("exchange.step", "received")).as("remises").isPositive();
    }

    /** A line for each grant, and one for each end that is not an arrival: no attempt is silent. */
    private void assertReadByThePerson() throws SQLException {
        var accorded = count("exchange.step", "accorded");
        var open = count("exchange.step", "NOT received");
        assertThat(count("journal.content", "kind = 'exchange.termine'"))
                .as("ends")
                .isEqualTo(open);
        assertThat(count("citoyen.usage", "kind = 'exchange.accorde'")).isEqualTo(accorded);
        assertThat(count("citoyen.usage", "kind = 'exchange.termine'")).isEqualTo(open);
    }

    /** The exchange of each grant, by the reference of its entry. */
    private Map<UUID, UUID> granted() throws SQLException {
        var all = new HashMap<UUID, UUID>();
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "SELECT id, parts FROM journal.content WHERE kind = 'exchange.accorde'")) {
            while (rows.next()) {
                var parts = new String(rows.getBytes("parts"), StandardCharsets.ISO_8859_1);
                var echange = ECHANGE.matcher(parts);
                assertThat(echange.find()).isTrue();
                all.put(rows.getObject("id", UUID.class), UUID.fromString(echange.group(1)));
            }
        }
        return all;
    }

    private Set<UUID> steps(String where) throws SQLException {
        var all = new HashSet<UUID>();
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "SELECT echange FROM exchange.step WHERE " + where)) {
            while (rows.next()) {
                all.add(rows.getObject(1, UUID.class));
            }
        }
        return all;
    }

    private int count(String from, String where) throws SQLException {
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "SELECT count(*) FROM " + from + " WHERE " + where)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
