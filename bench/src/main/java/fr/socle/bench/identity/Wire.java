package fr.socle.bench.identity;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One kept-open HTTP/1.1 connection to a server of this machine. It follows no redirect and knows
 * no cookie: its callers do.
 */
final class Wire implements AutoCloseable {

    /**
     * @param location where a redirect leads; empty without one
     * @param cookies each {@code Set-Cookie} as it came
     */
    record Answer(int status, String location, List<String> cookies, String body) {

        /**
         * @throws IOException when it is another one
         */
        Answer expect(int... wanted) throws IOException {
            for (var it : wanted) {
                if (it == status) {
                    return this;
                }
            }
            throw new IOException("status " + status + " " + location + " " + told());
        }

        /** The title of a page, or the beginning of anything else. */
        private String told() {
            int title = body.indexOf("<title>");
            int from = Math.max(0, title);
            return body.substring(from, Math.min(body.length(), from + TOLD)).strip();
        }
    }

    private static final int TIMEOUT_MILLIS = 60_000;
    private static final int TOLD = 200;

    /** Servers close what was idle for long, as one side is while the other is measured. */
    private static final long IDLE_NANOS = Duration.ofSeconds(5).toNanos();

    private final String authority;
    private final int port;
    private Socket socket;
    private InputStream in;
    private OutputStream out;
    private long used = System.nanoTime();

    Wire(int port) throws IOException {
        this.authority = "localhost:" + port;
        this.port = port;
        this.socket = connected();
        this.in = new BufferedInputStream(socket.getInputStream(), 32_768);
        this.out = socket.getOutputStream();
    }

    /**
     * @param address a path, or an address of which only path and query count
     */
    Answer get(String address, Map<String, String> headers) throws IOException {
        return exchange("GET", address, headers, "");
    }

    Answer post(String address, Map<String, String> headers, String form) throws IOException {
        return exchange("POST", address, headers, form);
    }

    private Answer exchange(String method, String address, Map<String, String> headers, String form)
            throws IOException {
        if (System.nanoTime() - used > IDLE_NANOS) {
            reconnect();
        }
        var text = new StringBuilder(1024);
        text.append(method).append(' ').append(target(address)).append(" HTTP/1.1\r\nHost: ");
        text.append(authority).append("\r\nAccept-Language: fr\r\n");
        headers.forEach((name, value) -> text.append(name + ": " + value + "\r\n"));
        if (method.equals("POST")) {
            text.append("Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ");
            text.append(form.length()).append("\r\n");
        }
        text.append("\r\n").append(form);
        return sent(text.toString().getBytes(StandardCharsets.US_ASCII));
    }

    /** As browsers do: what met a connection that the server had just closed goes once more. */
    private Answer sent(byte[] request) throws IOException {
        int first;
        try {
            out.write(request);
            first = in.read();
        } catch (SocketException closed) {
            first = -1;
        }
        if (first < 0) {
            reconnect();
            out.write(request);
            first = in.read();
        }
        return answer(first);
    }

    private static String target(String address) {
        if (address.startsWith("/")) {
            return address;
        }
        var uri = URI.create(address);
        return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    }

    private Answer answer(int first) throws IOException {
        int status = Integer.parseInt(((char) first + line()).split(" ")[1]);
        var location = "";
        var cookies = new ArrayList<String>();
        var length = 0;
        var chunked = false;
        var last = false;
        for (var header = line(); !header.isEmpty(); header = line()) {
            int colon = header.indexOf(':');
            var value = header.substring(colon + 1).strip();
            switch (header.substring(0, colon).toLowerCase(Locale.ROOT)) {
                case "location" -> location = value;
                case "set-cookie" -> cookies.add(value);
                case "content-length" -> length = Integer.parseInt(value);
                case "transfer-encoding" -> chunked = true;
                case "connection" -> last = value.equalsIgnoreCase("close");
                default -> {}
            }
        }
        var body = new String(chunked ? chunks() : in.readNBytes(length), StandardCharsets.UTF_8);
        if (last) {
            reconnect();
        }
        used = System.nanoTime();
        return new Answer(status, location, cookies, body);
    }

    private byte[] chunks() throws IOException {
        var body = new ByteArrayOutputStream();
        for (var size = chunk(); size > 0; size = chunk()) {
            body.write(in.readNBytes(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private int chunk() throws IOException {
        return Integer.parseInt(line(), 16);
    }

    private String line() throws IOException {
        var line = new StringBuilder(128);
        for (var b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new IOException("the server closed the connection");
            }
            line.append((char) b);
        }
        line.setLength(Math.max(0, line.length() - 1));
        return line.toString();
    }

    private void reconnect() throws IOException {
        socket.close();
        socket = connected();
        in = new BufferedInputStream(socket.getInputStream(), 32_768);
        out = socket.getOutputStream();
    }

    private Socket connected() throws IOException {
        var fresh = new Socket("localhost", port);
        fresh.setTcpNoDelay(true);
        fresh.setSoTimeout(TIMEOUT_MILLIS);
        return fresh;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
