package fr.socle.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Programs ask for a person's data through two nodes while each of them and their PostgreSQL are
 * killed. What a program received was accorded, what was accorded was requested, and the person
 * reads of every attempt. The long run: {@code -Dsocle.fire.kills=100
 * -Dsocle.fire.postgres-kills=100}, that many of each. A run that {@code -Dsocle.fire.seconds=…}
 * cuts before its last kill does not pass.
 */
@Tag("fire")
class ExchangesUnderFireTests {

    private static final int KILLS = Integer.getInteger("socle.fire.kills", 1);
    private static final int POSTGRES_KILLS = Integer.getInteger("socle.fire.postgres-kills", 1);
    private static final Duration LONGEST =
            Duration.ofSeconds(Integer.getInteger("socle.fire.seconds", 7200));
    private static final Duration LONGEST_LIFE = Duration.ofSeconds(4);
    private static final int PROGRAMS = 4;
    private static final int SLOWEST_MILLIS = 60;

    @TempDir Path folder;

    private final Random random = new SecureRandom();
    private final AtomicInteger provided = new AtomicInteger();

    @Test
    void receivedWasAccordedAccordedWasRequestedAndThePersonReadsOfEveryAttempt() throws Exception {
        var provider = provider();
        try (var postgres = new LonePostgres(folder.resolve("postgresql"));
                var one = LivingNode.start(folder, postgres.settings()).ready();
                var two = LivingNode.start(folder, as(one, postgres.settings())).ready()) {
            var ground = new Ground(one, postgres, folder).laid(provider.getAddress().getPort());
            var oracle = folder.resolve("oracle.txt");
            var killed = underFire(List.of(one, two), postgres, ground, oracle);
            one.ready();
            two.ready();
            try (var kept = new KeptExchanges(postgres, Asking.Told.read(oracle))) {
                kept.settle();
                System.out.printf(
                        "exchanges under fire: %s; provider asked %d times; %s%n",
                        killed, provided.get(), kept.tell());
                kept.assertAll(provided.get());
            }
            assertThat(one.command("journal", "check", "--data", one.data().toString()))
                    .as("./socle journal check")
                    .isZero();
            assertThat(one.said()).contains("Tout est prouvé.");
        } finally {
            provider.stop(0);
        }
    }

    private static Map<String, String> as(LivingNode one, Map<String, String> settings) {
        var all = new java.util.HashMap<>(settings);
        all.put("SOCLE_ADDRESS", one.address().toString());
        return all;
    }

    /** Gives the same quotient of everyone, now and then slowly: so that kills meet the call. */
    private HttpServer provider() throws Exception {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var server = HttpServer.create(address, 0);
        var answer =
                "{\"data\":{\"quotient_familial\":{\"valeur\":742}}}"
                        .getBytes(StandardCharsets.UTF_8);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(
                "/",
                exchange -> {
                    provided.incrementAndGet();
                    sleep(random.nextInt(SLOWEST_MILLIS));
                    exchange.sendResponseHeaders(200, answer.length);
                    exchange.getResponseBody().write(answer);
                    exchange.close();
                });
        server.start();
        return server;
    }

    private String underFire(
            List<LivingNode> nodes, LonePostgres postgres, Ground ground, Path oracle)
            throws Exception {
        var addresses = nodes.stream().map(LivingNode::address).toList();
        try (var asking = new Asking(addresses, ground.path(), ground.token(), oracle);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var programs = new ArrayList<Future<?>>();
            for (int i = 0; i < PROGRAMS; i++) {
                programs.add(threads.submit(asking::askUntilOver));
            }
            try {
                return rage(nodes, postgres);
            } finally {
                asking.stop();
                for (var program : programs) {
                    program.get();
                }
            }
        }
    }

    /** In a drawn order, each at a drawn moment; then a quiet one. */
    private String rage(List<LivingNode> nodes, LonePostgres postgres) throws Exception {
        var end = Instant.now().plus(LONGEST);
        var victims = new ArrayList<>(Collections.nCopies(KILLS, nodes.getFirst()));
        victims.addAll(Collections.nCopies(KILLS, nodes.getLast()));
        var left = new ArrayList<Runnable>();
        victims.forEach(it -> left.add(() -> kill(it)));
        left.addAll(Collections.nCopies(POSTGRES_KILLS, () -> kill(nodes, postgres)));
        Collections.shuffle(left, random);
        var done = 0;
        for (var each : left) {
            sleep(500 + random.nextInt((int) LONGEST_LIFE.toMillis()));
            if (Instant.now().isAfter(end)) {
                break;
            }
            each.run();
            done++;
        }
        sleep((int) LONGEST_LIFE.toMillis());
        assertThat(done).as("kills").isEqualTo(left.size());
        return done + " of " + left.size() + " kills";
    }

    private static void kill(LivingNode node) {
        try {
            node.killAndStart();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
        node.ready();
    }

    private static void kill(List<LivingNode> nodes, LonePostgres postgres) {
        try {
            postgres.killAndStart();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
        nodes.forEach(LivingNode::ready);
    }

    private static void sleep(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
