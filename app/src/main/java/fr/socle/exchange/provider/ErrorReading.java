package fr.socle.exchange.provider;

import fr.socle.exchange.Answer.Failure;
import fr.socle.exchange.provider.ProviderHttp.Reply;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a refusal of API Particulier v3: five digits, two for the provider ({@code 00}: the
 * platform) and three for what is wrong ({@code 003}: not found, {@code 015}: several match); of
 * the platform's, {@code 003xx} say that the civil status cannot be searched; from 501 on they are
 * the provider's own.
 */
record ErrorReading(JsonMapper json) {

    static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration LATEST = Duration.ofDays(7);

    /** From here on the three digits mean what the provider says. */
    private static final String OWN = "501";

    ProviderAnswer read(Reply reply) {
        var status = reply.status();
        var codes = new ArrayList<String>();
        var retry = read(reply.body(), codes);
        if (unknownPerson(status, codes)) {
            return new ProviderAnswer.NotFound(codes.stream().anyMatch(it -> it.endsWith("015")));
        }
        var wait = retry.or(() -> retryAfter(reply)).orElse(SOON);
        return new ProviderAnswer.Failed(failure(status), "status " + status + " " + codes, wait);
    }

    private static Failure failure(int status) {
        return switch (status) {
            case 401, 403 -> Failure.KEEPS_US_OUT;
            case 429 -> Failure.BUSY;
            case 451 -> Failure.FORBIDDEN_BY_LAW;
            case 500, 503 -> Failure.DOWN;
            case 504 -> Failure.SLOW;
            // because a redirection is never followed: our token would go where it points
            default -> Failure.LYING;
        };
    }

    private static boolean unknownPerson(int status, List<String> codes) {
        return switch (status) {
            case 404 -> codes.stream().anyMatch(ErrorReading::tellsNobody);
            case 422 -> codes.stream().anyMatch(it -> it.startsWith("003"));
            default -> false;
        };
    }

    /**
     * Unknown, several, or a reason of the provider's own, such as a death: that is no failure of
     * the provider, and its words are for nobody.
     */
    private static boolean tellsNobody(String code) {
        var digits = code.substring(2);
        return digits.equals("003") || digits.equals("015") || digits.compareTo(OWN) >= 0;
    }

    /** Collects the codes; gives the wait that the provider asks for, if it does. */
    private Optional<Duration> read(byte[] body, List<String> codes) {
        Optional<Duration> retry = Optional.empty();
        try {
            for (var error : json.readTree(body).path("errors")) {
                var code = error.path("code").asString("");
                if (code.matches("[0-9]{5}")) {
                    codes.add(code);
                }
                retry = retry.or(() -> seconds(error.path("meta").path("retry_in").asLong(0)));
            }
        } catch (JacksonException notJson) {
            // because a provider that is down often answers a page: its status says enough
            return Optional.empty();
        }
        return retry;
    }

    private static Optional<Duration> retryAfter(Reply reply) {
        return reply.header("Retry-After")
                .filter(it -> it.matches("[0-9]{1,9}"))
                .flatMap(it -> seconds(Long.parseLong(it)));
    }

    private static Optional<Duration> seconds(long number) {
        return number > 0 && number <= LATEST.toSeconds()
                ? Optional.of(Duration.ofSeconds(number))
                : Optional.empty();
    }

    static Optional<Instant> httpDate(String text) {
        try {
            return Optional.of(
                    ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }
}
