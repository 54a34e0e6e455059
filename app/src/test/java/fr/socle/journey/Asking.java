package fr.socle.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A program of an organisation that asks again and again, each question once, and writes down
 * before it goes on what it asked and what it received: durable in a file of the test's own.
 */
final class Asking implements AutoCloseable {

    private static final int CONNECT_MILLIS = 2_000;
    private static final int READ_MILLIS = 20_000;
    private static final int REST_MILLIS = 100;

    private final List<URI> nodes;
    private final String path;
    private final String token;
    private final FileChannel oracle;
    private final AtomicInteger next = new AtomicInteger();
    private volatile boolean over;

    /**
     * @param path of the question, with its query; {@code annee} is added
     */
    Asking(List<URI> nodes, String path, String token, Path oracle) throws IOException {
        this.nodes = List.copyOf(nodes);
        this.path = path;
        this.token = token;
        this.oracle =
                FileChannel.open(oracle, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    /**
     * What the file says.
     *
     * @param received the reference of the entry, by the number of the question
     */
    record Told(int asked, Map<Integer, UUID> received, Map<String, Integer> other) {

        static Told read(Path oracle) throws IOException {
            var asked = 0;
            var received = new HashMap<Integer, UUID>();
            var other = new HashMap<String, Integer>();
            for (var line : Files.readAllLines(oracle)) {
                var words = line.split(" ", 3);
                switch (words[0]) {
                    case "asked" -> asked++;
                    case "received" ->
                            received.put(Integer.valueOf(words[1]), UUID.fromString(words[2]));
                    default -> other.merge(words[2], 1, Integer::sum);
                }
            }
            return new Told(asked, received, other);
        }
    }

    void askUntilOver() {
        while (!over) {
            var number = next.getAndIncrement();
            note("asked", number, "");
            try {
                note("received", number, ask(number, nodes.get(number % nodes.size())));
            } catch (IOException failed) {
                note("failed", number, String.valueOf(failed.getMessage()));
                rest();
            }
        }
    }

    void stop() {
        over = true;
    }

    /** The reference of what was received to its last byte. */
    private String ask(int number, URI node) throws IOException {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(node.getHost(), node.getPort()), CONNECT_MILLIS);
            socket.setSoTimeout(READ_MILLIS);
            var question =
                    "GET %s&annee=%d HTTP/1.1\r\nHost: %s:%d\r\nAuthorization: Bearer %s\r\nConnection: close\r\n\r\n"
                            .formatted(path, number, node.getHost(), node.getPort(), token);
            socket.getOutputStream().write(question.getBytes(StandardCharsets.US_ASCII));
            var answer =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            var end = answer.indexOf("\r\n\r\n");
            if (!answer.startsWith("HTTP/1.1 200") || end < 0) {
                throw new IOException(answer.lines().findFirst().orElse("nothing"));
            }
            var length = Integer.parseInt(header(answer, "Content-Length"));
            if (answer.length() - end - 4 != length) {
                throw new IOException("half an answer");
            }
            return header(answer, "X-Socle-Reference");
        }
    }

    private static String header(String answer, String name) throws IOException {
        return answer.lines()
                .filter(it -> it.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(it -> it.substring(name.length() + 1).strip())
                .findFirst()
                .orElseThrow(() -> new IOException("no " + name));
    }

    private synchronized void note(String what, int number, String more) {
        try {
            var line = what + " " + number + " " + more + "\n";
            oracle.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
            oracle.force(false);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void rest() {
        try {
            Thread.sleep(REST_MILLIS);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() throws IOException {
        oracle.close();
    }
}
