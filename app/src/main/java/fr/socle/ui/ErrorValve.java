package fr.socle.ui;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/**
 * The last word, for what fails before Spring (an address with broken escapes) or while an error is
 * told: short, in both languages, without anything of the inside.
 */
final class ErrorValve extends ErrorReportValve {

    private static final String PAGE =
            """
            <!doctype html>
            <html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>Erreur %1$d – Socle</title><link rel="stylesheet" href="/ressources/socle.css"></head>
            <body><main><div class="wrap wrong"><div><h1>Cette demande n’a pas abouti</h1>
            <p class="lead">Vérifiez l’adresse, ou recommencez dans quelques instants.</p>
            <p lang="en">This request failed. Check the address, or try again shortly.</p>
            <p><a href="/">Accueil</a></p></div><p class="muted">Erreur %1$d · <code>%2$s</code></p></div></main></body></html>
            """;

    private static final String PROBLEM =
            """
            {"type":"about:blank","title":"This request failed","status":%1$d,"code":"ui.error.container","reference":"%2$s"}""";

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        var status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        var reference = FailureWriter.reference();
        if (thrown != null && status >= 500) {
            container.getLogger().error(reference, thrown);
        }
        try {
            write(request, response, reference);
        } catch (IOException gone) {
            container.getLogger().debug(reference, gone);
        }
    }

    private static void write(Request request, Response response, String reference)
            throws IOException {
        var accept = request.getHeader("Accept");
        // an address that cannot be read is refused before the headers are: nobody said what they
        // take
        var unread = !request.getHeaderNames().hasMoreElements();
        var human = unread || accept != null && accept.contains("html");
        response.setContentType(human ? "text/html;charset=UTF-8" : "application/problem+json");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", WebConfiguration.CONTENT_SECURITY_POLICY);
        response.setHeader("Cache-Control", "no-store");
        var body = (human ? PAGE : PROBLEM).formatted(response.getStatus(), reference);
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
        response.finishResponse();
    }
}
