package fr.socle.bench.exchange;

import fr.socle.bench.measure.Child;
import fr.socle.bench.measure.Home;
import fr.socle.bench.measure.Scratch;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;

/**
 * Who answers the same question without looking at it, in a process of its own.
 *
 * @param title as the figures name it
 */
record Peer(String title, Child process, int port) implements AutoCloseable {

    static final String DIRECT = "le fournisseur, sans intermédiaire";

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    static Peer provider(Scratch scratch) throws IOException, InterruptedException {
        int port = Home.freePort();
        var process =
                Child.program(
                        DataProvider.class,
                        scratch.folder().resolve("fournisseur"),
                        Integer.toString(port));
        return new Peer(DIRECT, process, port).listening();
    }

    static Peer plainProxy(Scratch scratch, Peer provider)
            throws IOException, InterruptedException {
        int port = Home.freePort();
        var process =
                Child.program(
                        PlainProxy.class,
                        scratch.folder().resolve("mandataire"),
                        Integer.toString(port),
                        Integer.toString(provider.port()));
        return new Peer("un mandataire des pièces du JDK", process, port).listening();
    }

    static Peer spring(SpringGateway gateway, Scratch scratch, Peer provider)
            throws IOException, InterruptedException {
        int port = Home.freePort();
        var process = gateway.start(scratch.folder().resolve("spring"), port, provider.port());
        return new Peer("Spring Cloud Gateway (WebFlux)", process, port).listening();
    }

    private Peer listening() throws InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!answers()) {
            if (!process.alive() || System.nanoTime() > end) {
                close();
                throw new IllegalStateException(title + " does not listen");
            }
            Thread.sleep(LOOK_EVERY);
        }
        return this;
    }

    private boolean answers() {
        try (var socket = new Socket("localhost", port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
