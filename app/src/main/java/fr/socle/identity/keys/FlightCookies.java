package fr.socle.identity.keys;

import fr.socle.house.BrokenSeal;
import fr.socle.house.Keyring;
import fr.socle.house.PublicAddress;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a sign-in must remember while it is in flight travels with the browser: one cookie per
 * transaction, sealed, half an hour, at most five of a kind. Any node reads it.
 */
@Component
public class FlightCookies {

    /** The cookies of one kind of flight: the start of their names and the path that gets them. */
    public record Lane(String prefix, String path) {}

    public static final Duration LIFE = Duration.ofMinutes(30);

    private static final String SECRET = "cookies";
    private static final int KEPT = 5;
    private static final int STAMP = 12;
    private static final int LONGEST = 3500;
    private static final TypeReference<Map<String, String>> MEMBERS = new TypeReference<>() {};

    /** The key of one day's cookies. */
    private record DayKey(LocalDate day, SecretKeySpec key) {}

    private volatile @Nullable DayKey latest;

    private final Keyring keyring;
    private final Secrets secrets;
    private final PublicAddress address;
    private final Clock clock;

    FlightCookies(Keyring keyring, Secrets secrets, PublicAddress address, Clock clock) {
        this.keyring = keyring;
        this.secrets = secrets;
        this.address = address;
        this.clock = clock;
    }

    /** Whether these members fit: browsers drop a cookie of more than four kilobytes. */
    public boolean fits(Map<String, String> members) {
        return JsonMapper.shared().writeValueAsBytes(members).length * 4 / 3 < LONGEST;
    }

    public void put(
            HttpServletRequest request,
            HttpServletResponse response,
            Lane lane,
            String transaction,
            Map<String, String> members) {
        forgetOldest(request, response, lane, transaction);
        var sealed =
                keyring.seal(
                        key(today()),
                        context(lane, transaction),
                        JsonMapper.shared().writeValueAsBytes(members));
        var value = Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
        write(request, response, lane, transaction, value, LIFE);
    }

    /** What was remembered; empty when the cookie is lost, forged or too old. */
    public Optional<Map<String, String>> read(
            HttpServletRequest request, Lane lane, String transaction) {
        if (!transaction.matches("[0-9a-f]{64}") || tooOld(transaction)) {
            return Optional.empty();
        }
        return Arrays.stream(cookies(request))
                .filter(it -> it.getName().equals(lane.prefix() + transaction))
                .findFirst()
                .flatMap(it -> open(lane, transaction, it.getValue()));
    }

    public void remove(
            HttpServletRequest request,
            HttpServletResponse response,
            Lane lane,
            String transaction) {
        write(request, response, lane, transaction, "", Duration.ZERO);
    }

    private Optional<Map<String, String>> open(Lane lane, String transaction, String value) {
        for (var day : new LocalDate[] {today(), today().minusDays(1)}) {
            try {
                var bytes =
                        keyring.open(
                                key(day),
                                context(lane, transaction),
                                Base64.getUrlDecoder().decode(value));
                return Optional.of(JsonMapper.shared().readValue(bytes, MEMBERS));
            } catch (BrokenSeal | IllegalArgumentException notOfThatDay) {
                continue;
            }
        }
        return Optional.empty();
    }

    private boolean tooOld(String transaction) {
        var begun = Instant.ofEpochMilli(HexFormat.fromHexDigitsToLong(transaction, 0, STAMP));
        return begun.plus(LIFE).isBefore(clock.instant());
    }

    /** Names grow with time, so that the order of names is the order of age. */
    private void forgetOldest(
            HttpServletRequest request,
            HttpServletResponse response,
            Lane lane,
            String transaction) {
        var others =
                Arrays.stream(cookies(request))
                        .map(Cookie::getName)
                        .filter(it -> it.startsWith(lane.prefix()))
                        .map(it -> it.substring(lane.prefix().length()))
                        .filter(it -> !it.equals(transaction))
                        .sorted()
                        .toList();
        others.stream()
                .limit(Math.max(0, others.size() - KEPT + 1))
                .forEach(it -> remove(request, response, lane, it));
    }

    private void write(
            HttpServletRequest request,
            HttpServletResponse response,
            Lane lane,
            String transaction,
            String value,
            Duration age) {
        var cookie =
                ResponseCookie.from(lane.prefix() + transaction, value)
                        .httpOnly(true)
                        .secure(address.value().startsWith("https:") || request.isSecure())
                        .sameSite("Lax")
                        .path(lane.path())
                        .maxAge(age)
                        .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private SecretKeySpec key(LocalDate day) {
        var known = latest;
        if (known == null || !known.day().equals(day)) {
            known = new DayKey(day, new SecretKeySpec(secrets.hmac(SECRET, day.toString()), "AES"));
            latest = known;
        }
        return known.key();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static byte[] context(Lane lane, String transaction) {
        return (lane.prefix() + transaction).getBytes(StandardCharsets.UTF_8);
    }

    private static Cookie[] cookies(HttpServletRequest request) {
        var cookies = request.getCookies();
        return cookies == null ? new Cookie[0] : cookies;
    }
}
