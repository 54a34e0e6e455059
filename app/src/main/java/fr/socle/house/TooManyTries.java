package fr.socle.house;

import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/**
 * Somebody was wrong too often: status 429 (RFC 6585, 4) with {@code Retry-After}. People get the
 * page of that status, machines a problem.
 */
public final class TooManyTries extends ErrorResponseException {

    private final long seconds;

    TooManyTries(Duration wait) {
        super(HttpStatus.TOO_MANY_REQUESTS);
        this.seconds = Math.ceilDiv(wait.toMillis(), 1000L);
        getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    }

    /** After which the next try is looked at. */
    public long seconds() {
        return seconds;
    }
}
