package fr.socle.ui;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Sends what a well-behaved client refuses to send. */
final class RawRequest {

    private RawRequest() {}

    static String send(int port, String... lines) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            var request =
                    String.join("\r\n", lines) + "\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
