package fr.socle.pieces;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/** Speaks HTTP with a started house. */
final class Browser {

    private static final String BOUNDARY = "----essai";

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;

    Browser(int port) {
        this.base = "http://localhost:" + port;
    }

    HttpResponse<byte[]> get(String path, String... headers) throws Exception {
        return http.send(
                request(path, headers).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    HttpResponse<byte[]> head(String path, String... headers) throws Exception {
        return http.send(
                request(path, headers).HEAD().build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    HttpResponse<String> post(String path, String contentType, InputStream body, String... headers)
            throws Exception {
        return http.send(
                request(path, headers)
                        .header("Content-Type", contentType)
                        .POST(HttpRequest.BodyPublishers.ofInputStream(() -> body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** Takes a token from the page, then sends the file as its form would. */
    HttpResponse<String> upload(String field, String name, InputStream content) throws Exception {
        var token = token();
        return post(
                "/design/pieces?_csrf=" + token.value(),
                multipartType(),
                part(field, name, content),
                "Cookie",
                token.cookie());
    }

    Token token() throws Exception {
        var page = get("/design/pieces");
        var html = new String(page.body(), StandardCharsets.UTF_8);
        var token = Pattern.compile("_csrf=([^\"&]+)\"").matcher(html);
        if (!token.find()) {
            throw new AssertionError("no token in " + html);
        }
        var cookie = page.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
        return new Token(token.group(1), cookie);
    }

    record Token(String value, String cookie) {}

    static String multipartType() {
        return "multipart/form-data; boundary=" + BOUNDARY;
    }

    static InputStream part(String field, String name, InputStream content) {
        var start =
                "--"
                        + BOUNDARY
                        + "\r\nContent-Disposition: form-data; name=\""
                        + field
                        + "\"; filename=\""
                        + name
                        + "\"\r\nContent-Type: application/pdf\r\n\r\n";
        return new SequenceInputStream(
                Collections.enumeration(List.of(bytes(start), content, bytes(end()))));
    }

    static String end() {
        return "\r\n--" + BOUNDARY + "--\r\n";
    }

    static InputStream fields(int count, String value) throws IOException {
        var out = new ByteArrayOutputStream();
        for (int i = 0; i < count; i++) {
            out.write(
                    ("--"
                                    + BOUNDARY
                                    + "\r\nContent-Disposition: form-data; name=\"champ"
                                    + i
                                    + "\"\r\n\r\n"
                                    + value
                                    + "\r\n")
                            .getBytes(StandardCharsets.UTF_8));
        }
        out.write(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return new java.io.ByteArrayInputStream(out.toByteArray());
    }

    private static InputStream bytes(String text) {
        return new java.io.ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private HttpRequest.Builder request(String path, String... headers) {
        var builder = HttpRequest.newBuilder(URI.create(base + path));
        for (int i = 0; i < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        return builder;
    }
}
