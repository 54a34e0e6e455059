package fr.socle.notifications.smtp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** A mail server over a real socket that misbehaves as told, by command. */
final class ScriptedServer implements AutoCloseable {

    /** Closes the connection instead of answering. */
    static final String DIE = "die";

    /** Answers one byte at a time and never ends its line. */
    static final String DRIP = "drip";

    final List<String> commands = new CopyOnWriteArrayList<>();
    final List<String> letters = new CopyOnWriteArrayList<>();
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final ServerSocket door;
    private final List<String> extensions;
    private final @Nullable SSLContext tls;

    ScriptedServer(@Nullable SSLContext tls, String... extensions) throws IOException {
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.extensions = List.of(extensions);
        this.tls = tls;
        Thread.ofVirtual().start(this::welcome);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Answers this command, or the end of a letter under {@code .}, in this way from now on. */
    ScriptedServer on(String command, String answer) {
        answers.put(command, answer);
        return this;
    }

    private void welcome() {
        while (!door.isClosed()) {
            try {
                var visitor = door.accept();
                Thread.ofVirtual().start(() -> serve(visitor));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket visitor) {
        try (visitor) {
            write(visitor, "220 essai ESMTP");
            converse(visitor);
        } catch (IOException | InterruptedException gone) {
            commands.add("GONE");
        }
    }

    private void converse(Socket visitor) throws IOException, InterruptedException {
        var reader = reader(visitor);
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            commands.add(line);
            var verb = line.split("[ :]")[0].toUpperCase(Locale.ROOT);
            if (!answer(visitor, verb)) {
                return;
            }
            if (verb.equals("DATA") && !answers.containsKey("DATA")) {
                letters.add(letter(reader));
                if (!answer(visitor, ".")) {
                    return;
                }
            } else if (verb.equals("STARTTLS")) {
                converse(secured(visitor));
                return;
            }
        }
    }

    private boolean answer(Socket visitor, String verb) throws IOException, InterruptedException {
        var scripted = answers.get(verb);
        if (scripted == null) {
            write(visitor, usual(verb));
        } else if (scripted.equals(DRIP)) {
            drip(visitor);
        } else if (!scripted.equals(DIE)) {
            write(visitor, scripted);
        }
        return scripted == null || !scripted.equals(DIE);
    }

    private String usual(String verb) {
        return switch (verb) {
            case "EHLO" -> greeting();
            case "DATA" -> "354 go on";
            case "STARTTLS" -> "220 go on";
            case "QUIT" -> "221 bye";
            default -> "250 ok";
        };
    }

    private String greeting() {
        var lines = new StringBuilder("250-essai\r\n");
        extensions.forEach(it -> lines.append("250-").append(it).append("\r\n"));
        return lines.append("250 8BITMIME").toString();
    }

    private SSLSocket secured(Socket visitor) throws IOException {
        if (tls == null) {
            throw new IOException("this server has no certificate");
        }
        var socket = (SSLSocket) tls.getSocketFactory().createSocket(visitor, null, true);
        socket.startHandshake();
        return socket;
    }

    private static String letter(BufferedReader reader) throws IOException {
        var letter = new StringBuilder();
        for (var line = reader.readLine();
                line != null && !line.equals(".");
                line = reader.readLine()) {
            letter.append(line).append('\n');
        }
        return letter.toString();
    }

    private static void drip(Socket visitor) throws IOException, InterruptedException {
        while (true) {
            visitor.getOutputStream().write('2');
            visitor.getOutputStream().flush();
            Thread.sleep(50);
        }
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    private static void write(Socket socket, String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
