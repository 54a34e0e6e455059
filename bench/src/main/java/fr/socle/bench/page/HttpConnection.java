package fr.socle.bench.page;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * One kept-open HTTP/1.1 connection. It understands just what our server sends, because every
 * microsecond that the client takes is missing at the server.
 */
public final class HttpConnection implements AutoCloseable {

    /**
     * @param bytes the length of the body
     */
    public record Answer(int status, long bytes, boolean html) {}

    private static final int TIMEOUT_MILLIS = 30_000;

    private final int port;
    private final byte[] line = new byte[8192];
    private Socket socket;
    private InputStream in;
    private OutputStream out;

    public HttpConnection(int port) throws IOException {
        this.port = port;
        socket = connect();
        in = input();
        out = socket.getOutputStream();
    }

    /**
     * A question, ready to be sent again and again.
     *
     * @param headers each with its end of line; empty for none
     */
    public static byte[] request(int port, String path, String headers) {
        return "GET %s HTTP/1.1\r\nHost: localhost:%d\r\nAccept-Language: fr\r\n%s\r\n"
                .formatted(path, port, headers)
                .getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * @param request of {@link #request}
     */
    public Answer ask(byte[] request) throws IOException {
        out.write(request);
        var status = Integer.parseInt(readLine().split(" ")[1]);
        var length = 0L;
        var chunked = false;
        var html = false;
        var last = false;
        for (var header = readLine(); !header.isEmpty(); header = readLine()) {
            if (is(header, "Content-Length:")) {
                length = Long.parseLong(header.substring(15).strip());
            } else if (is(header, "Transfer-Encoding:")) {
                chunked = true;
            } else if (is(header, "Content-Type:")) {
                html = header.contains("text/html");
            } else if (is(header, "Connection: close")) {
                last = true;
            }
        }
        var answer = new Answer(status, chunked ? chunks() : body(length), html);
        if (last) {
            reconnect();
        }
        return answer;
    }

    /** As a browser or a proxy does when the server has had enough of a connection. */
    private void reconnect() throws IOException {
        socket.close();
        socket = connect();
        in = input();
        out = socket.getOutputStream();
    }

    private Socket connect() throws IOException {
        var fresh = new Socket("localhost", port);
        fresh.setTcpNoDelay(true);
        fresh.setSoTimeout(TIMEOUT_MILLIS);
        return fresh;
    }

    private InputStream input() throws IOException {
        return new BufferedInputStream(socket.getInputStream(), 65_536);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private static boolean is(String header, String name) {
        return header.regionMatches(true, 0, name, 0, name.length());
    }

    private long body(long length) throws IOException {
        in.skipNBytes(length);
        return length;
    }

    private long chunks() throws IOException {
        var total = 0L;
        for (var size = chunk(); size > 0; size = chunk()) {
            total += body(size);
            readLine();
        }
        readLine();
        return total;
    }

    private int chunk() throws IOException {
        return Integer.parseInt(readLine(), 16);
    }

    @SuppressWarnings("deprecation") // because bytes that are ASCII need no decoder
    private String readLine() throws IOException {
        var length = 0;
        for (var b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new IOException("the server closed the connection");
            }
            line[length++] = (byte) b;
        }
        return new String(line, 0, 0, Math.max(0, length - 1));
    }
}
