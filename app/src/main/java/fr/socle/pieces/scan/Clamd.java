package fr.socle.pieces.scan;

import fr.socle.pieces.PieceState;
import fr.socle.pieces.seal.Content;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A clamd, asked over TCP by its command INSTREAM (clamd(8)): {@code zINSTREAM\0}, then chunks of
 * {@code length, 4 bytes, big-endian ‖ bytes}, then a chunk of length 0. It answers {@code stream:
 * OK}, {@code stream: … FOUND} or {@code … ERROR}, ended by a zero byte.
 */
public final class Clamd implements Scanner {

    private static final Logger LOG = LoggerFactory.getLogger(Clamd.class);
    private static final int CHUNK_BYTES = 64 * 1024;
    private static final int LONGEST_ANSWER = 4096;
    private static final int CONNECT_MILLIS = 3000;

    private final String host;
    private final int port;
    private final Duration timeout;

    public Clamd(String host, int port, Duration timeout) {
        this.host = host;
        this.port = port;
        this.timeout = timeout;
    }

    /**
     * @param address {@code host:port}, IPv6 in brackets
     * @throws IllegalArgumentException if it is not one
     */
    public static Clamd at(String address, Duration timeout) {
        int colon = address.lastIndexOf(':');
        if (colon < 1 || !address.substring(colon + 1).matches("[0-9]{1,5}")) {
            throw new IllegalArgumentException("socle.pieces.clamd is host:port, not " + address);
        }
        return new Clamd(
                address.substring(0, colon).replaceAll("^\\[|]$", ""),
                Integer.parseInt(address.substring(colon + 1)),
                timeout);
    }

    @Override
    public PieceState firstState() {
        return new PieceState.EnAttente(0);
    }

    @Override
    public Verdict scan(Content content) {
        try (var socket = new Socket()) {
            var deadline = closeAfter(socket);
            try {
                socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
                return ask(socket, content);
            } finally {
                deadline.interrupt();
            }
        } catch (IOException unreachable) {
            return new Verdict.Undecided("clamd does not answer: " + unreachable.getMessage());
        }
    }

    /**
     * A clamd that has enough (its StreamMaxLength) answers and hangs up while we still send: then
     * its answer is worth more than our broken pipe. A content that cannot be read is not its
     * fault.
     */
    private static Verdict ask(Socket socket, Content content) throws IOException {
        var out = new ChunkedOutput(socket.getOutputStream());
        try {
            out.begin();
            content.copy(0, content.size(), out);
            out.end();
        } catch (ChunkedOutput.HungUp early) {
            return verdict(answer(socket));
        }
        return verdict(answer(socket));
    }

    private static String answer(Socket socket) throws IOException {
        var bytes = socket.getInputStream().readNBytes(LONGEST_ANSWER);
        return new String(bytes, StandardCharsets.UTF_8).replace("\0", "").strip();
    }

    private static Verdict verdict(String answer) {
        if (answer.equals("stream: OK")) {
            return new Verdict.Clean();
        }
        if (answer.startsWith("stream: ") && answer.endsWith(" FOUND")) {
            return new Verdict.Infected(
                    answer.substring("stream: ".length(), answer.length() - " FOUND".length()));
        }
        return new Verdict.Undecided(
                answer.isEmpty() ? "clamd hung up without an answer" : "clamd says: " + answer);
    }

    /** A socket's own timeout watches over reading only; this one watches over all. */
    private Thread closeAfter(Socket socket) {
        return Thread.ofVirtual()
                .name("clamd-deadline")
                .start(
                        () -> {
                            try {
                                Thread.sleep(timeout);
                                socket.close();
                            } catch (InterruptedException inTime) {
                                Thread.currentThread().interrupt();
                            } catch (IOException closed) {
                                LOG.debug("the connection to clamd was closed already", closed);
                            }
                        });
    }

    /** The chunks of INSTREAM. */
    private static final class ChunkedOutput extends OutputStream {

        /** The other side no longer reads. */
        private static final class HungUp extends IOException {
            HungUp(IOException cause) {
                super(cause);
            }
        }

        private final OutputStream socket;

        ChunkedOutput(OutputStream socket) {
            this.socket = new BufferedOutputStream(socket, CHUNK_BYTES + Integer.BYTES);
        }

        void begin() throws IOException {
            send("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII), 0, 10);
        }

        void end() throws IOException {
            writeLength(0);
            try {
                socket.flush();
            } catch (IOException gone) {
                throw new HungUp(gone);
            }
        }

        @Override
        public void write(int single) throws IOException {
            write(new byte[] {(byte) single}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            if (length > 0) {
                writeLength(length);
                send(bytes, from, length);
            }
        }

        private void writeLength(int length) throws IOException {
            send(java.nio.ByteBuffer.allocate(Integer.BYTES).putInt(length).array(), 0, 4);
        }

        private void send(byte[] bytes, int from, int length) throws IOException {
            try {
                socket.write(bytes, from, length);
            } catch (IOException gone) {
                throw new HungUp(gone);
            }
        }
    }
}
