package fr.socle.identity.usager;

import fr.socle.house.PublicAddress;
import fr.socle.identity.keys.Secrets;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * What a browser remembers of who signed in there: for each of at most three persons a random token
 * of their own and the day of their last sign-in, with a salt, authenticated by HMAC-SHA-256. It
 * tells nothing of who they are, and the tokens of two persons have nothing in common. 90 days, as
 * at FranceConnect.
 */
@Component
public class DeviceCookie {

    public static final String NAME = "socle_appareil";

    /** How long a device is known after its last use. */
    public static final Duration LIFE = Duration.ofDays(90);

    static final int PERSONS = 3;

    private static final String SECRET = "trusted-device";
    private static final int LONGEST = 600;

    /** One person's token. */
    record Mark(String token, LocalDate day) {

        private String written() {
            return token + "~" + day.toEpochDay();
        }

        private static Mark read(String written) {
            var parts = written.split("~", 2);
            return new Mark(parts[0], LocalDate.ofEpochDay(Long.parseLong(parts[1])));
        }
    }

    private final Secrets secrets;
    private final PublicAddress address;

    DeviceCookie(Secrets secrets, PublicAddress address) {
        this.secrets = secrets;
        this.address = address;
    }

    /** The newest first; nothing of a cookie that is forged, or of a mark that is too old. */
    List<Mark> read(HttpServletRequest request, LocalDate today) {
        return Optional.ofNullable(WebUtils.getCookie(request, NAME))
                .map(it -> it.getValue())
                .filter(it -> it.length() <= LONGEST)
                .map(it -> it.split("\\."))
                .filter(this::authentic)
                .map(DeviceCookie::marks)
                .orElse(List.of())
                .stream()
                .filter(it -> it.day().plusDays(LIFE.toDays()).isAfter(today))
                .limit(PERSONS)
                .toList();
    }

    /** Salt, marks, HMAC of what stands before. */
    private boolean authentic(String[] parts) {
        if (parts.length < 3) {
            return false;
        }
        var content = String.join(".", Arrays.copyOf(parts, parts.length - 1));
        return Secrets.same(
                mac(content).getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                parts[parts.length - 1].getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }

    private static List<Mark> marks(String[] parts) {
        return Arrays.stream(parts, 1, parts.length - 1).map(Mark::read).toList();
    }

    /** Writes this mark as the newest; of four persons the one who came least lately goes. */
    void put(
            HttpServletRequest request,
            HttpServletResponse response,
            Mark newest,
            List<Mark> others) {
        var marks = new ArrayList<Mark>();
        marks.add(newest);
        others.stream()
                .filter(it -> !it.token().equals(newest.token()))
                .limit(PERSONS - 1L)
                .forEach(marks::add);
        var content =
                secrets.fresh()
                        + "."
                        + marks.stream().map(Mark::written).collect(Collectors.joining("."));
        var cookie =
                ResponseCookie.from(NAME, content + "." + mac(content))
                        .httpOnly(true)
                        .secure(address.value().startsWith("https:") || request.isSecure())
                        .sameSite("Lax")
                        .path("/")
                        .maxAge(LIFE)
                        .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private String mac(String content) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(secrets.hmac(SECRET, content));
    }
}
