package fr.socle.exchange.desk.api;

import fr.socle.exchange.desk.ProviderDesk;
import fr.socle.exchange.desk.ProviderLine;
import fr.socle.exchange.desk.Saved;
import fr.socle.exchange.desk.api.Views.DataProviderView;
import fr.socle.kernel.Refusal;
import fr.socle.ui.api.ApiProblem;
import fr.socle.ui.form.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** What the calls of this API have in common. */
final class Api {

    static final String BASE = "/api/exchange/v1";

    private Api() {}

    /**
     * The version on which the caller works, from {@code If-Match}.
     *
     * @throws ApiProblem 428 when it is missing, 412 when no answer of ours had it
     */
    static long version(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.IF_MATCH);
        if (header == null) {
            throw ApiProblem.of(428, Refusal.of("exchange.api.version-missing"));
        }
        var digits = header.strip().replaceAll("^\"|\"$", "");
        if (!digits.matches("[0-9]{1,18}")) {
            throw stale();
        }
        return Long.parseLong(digits);
    }

    static ProviderLine found(ProviderDesk desk, String code) {
        return desk.find(code).orElseThrow(Api::unknown);
    }

    static ResponseEntity<DataProviderView> versioned(ProviderLine line) {
        return ResponseEntity.ok()
                .eTag("\"" + line.version() + "\"")
                .body(DataProviderView.of(line));
    }

    private static ApiProblem unknown() {
        return ApiProblem.of(404, Refusal.of("exchange.api.unknown"));
    }

    private static ApiProblem stale() {
        return ApiProblem.of(412, Refusal.of("exchange.api.version-stale"));
    }

    /** Goes on when the change was made; every other outcome is a problem. */
    static void demand(Saved saved) {
        switch (saved) {
            case Saved.Done _ -> {}
            case Saved.Stale _ -> throw stale();
            case Saved.Unknown _ -> throw unknown();
            case Saved.Refused(var field, var why) ->
                    throw ApiProblem.invalid("/" + field.replace('.', '/'), why);
        }
    }

    static void demand(Form form) {
        if (!form.ok()) {
            throw ApiProblem.of(form);
        }
    }

    /** Habilitations name a provider by its code, so that it stays. */
    static void demandSame(String wanted, String code) {
        if (!wanted.equals(code)) {
            throw ApiProblem.invalid(
                    "/data_set/code", Refusal.of("exchange.desk.code-stays", code));
        }
    }

    /** PEM as it stands, anything else from base64. */
    static byte[] bytes(String file) {
        if (file.contains("-----BEGIN ")) {
            return file.getBytes(StandardCharsets.UTF_8);
        }
        try {
            return Base64.getMimeDecoder().decode(file);
        } catch (IllegalArgumentException neither) {
            throw ApiProblem.invalid("/file", Refusal.of("exchange.certificate.unreadable"));
        }
    }
}
