package fr.socle.pieces.scan;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/**
 * Speaks clamd's INSTREAM. It finds "EICAR-ESSAI", takes at most a given number of bytes, and can
 * be slow or rude.
 */
public final class FakeClamd implements AutoCloseable {

    /** How it behaves. */
    public enum Mood {
        GOOD,
        SILENT,
        CUTS_AT_ONCE,
        CUTS_AFTER_CONTENT
    }

    private final ServerSocket server;
    private final int limit;
    private volatile Mood mood = Mood.GOOD;

    public FakeClamd(int limit) throws IOException {
        this.limit = limit;
        this.server = new ServerSocket(0, 20, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    public int port() {
        return server.getLocalPort();
    }

    public void mood(Mood now) {
        mood = now;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                Thread.ofVirtual().start(() -> answer(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void answer(Socket socket) {
        try (socket) {
            var in = new DataInputStream(socket.getInputStream());
            if (mood == Mood.CUTS_AT_ONCE) {
                return;
            }
            if (mood == Mood.SILENT) {
                TimeUnit.SECONDS.sleep(20);
                return;
            }
            var command = new String(in.readNBytes(10), StandardCharsets.US_ASCII);
            var answer = command.equals("zINSTREAM\0") ? read(in) : "UNKNOWN COMMAND";
            if (mood != Mood.CUTS_AFTER_CONTENT) {
                socket.getOutputStream().write((answer + "\0").getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException | InterruptedException gone) {
            // the other side went away: nothing to say
        }
    }

    private String read(DataInputStream in) throws IOException {
        var content = new StringBuilder();
        for (int length = in.readInt(); length != 0; length = in.readInt()) {
            if (content.length() + length > limit) {
                return "INSTREAM size limit exceeded. ERROR";
            }
            content.append(new String(in.readNBytes(length), StandardCharsets.ISO_8859_1));
        }
        return content.indexOf("EICAR-ESSAI") >= 0 ? "stream: Essai-Signature FOUND" : "stream: OK";
    }
}
