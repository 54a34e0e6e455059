package fr.socle.habilitations.webhook;

import fr.socle.house.HouseSettings;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Which addresses a program may listen at: HTTPS, and in production no machine of this house's own
 * networks. The name is looked up before each call; the JDK keeps what it found for the call that
 * follows, so that a name cannot mean another machine in between.
 */
@Component
class Outside {

    private static final int LONGEST = 500;

    private final HouseSettings house;

    Outside(HouseSettings house) {
        this.house = house;
    }

    /** Key of what is wrong with the address; null when nothing is. */
    @Nullable String wrong(String address) {
        if (address.length() > LONGEST) {
            return "habilitations.webhook.url.none";
        }
        try {
            var uri = URI.create(address);
            if (uri.getHost() == null || uri.getRawUserInfo() != null) {
                return "habilitations.webhook.url.none";
            }
            return isSecure(uri) ? null : "habilitations.webhook.url.https";
        } catch (IllegalArgumentException nonsense) {
            return "habilitations.webhook.url.none";
        }
    }

    /** Whether it leads out of this house now. Waits for the name server. */
    boolean reaches(String address) {
        return !house.production() || isPublic(URI.create(address).getHost());
    }

    private boolean isSecure(URI uri) {
        return "https".equals(uri.getScheme())
                || "http".equals(uri.getScheme()) && !house.production();
    }

    /** A name that means several machines is as private as the most private of them. */
    static boolean isPublic(String host) {
        try {
            return Arrays.stream(InetAddress.getAllByName(host)).allMatch(Outside::isPublic);
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    /** RFC 6890: what is not routed on the Internet. */
    private static boolean isPublic(InetAddress it) {
        var bytes = it.getAddress();
        var first = bytes[0] & 0xFF;
        var second = bytes[1] & 0xFF;
        if (it.isLoopbackAddress()
                || it.isSiteLocalAddress()
                || it.isLinkLocalAddress()
                || it.isAnyLocalAddress()
                || it.isMulticastAddress()) {
            return false;
        }
        return it instanceof Inet4Address
                ? first != 0
                        && first < 240
                        && !(first == 100 && second >= 64 && second < 128)
                        && !(first == 198 && (second == 18 || second == 19))
                        && !(first == 192 && second == 0 && bytes[2] == 0)
                // because every other prefix is private, or leads to an IPv4 address
                : first >> 5 == 1 && !(first == 0x20 && second == 2);
    }
}
