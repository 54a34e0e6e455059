package fr.socle.house;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Where requests come from, as far as floods and guesses are counted: the peer's address, or what
 * the house's own proxies say of theirs. What a stranger writes into {@code X-Forwarded-For} counts
 * for nothing.
 */
@Component
public class Origins {

    private static final String FORWARDED = "X-Forwarded-For";
    private static final int BYTES_OF_A_HOUSEHOLD = 8;
    private static final int MOST_HOPS = 20;

    private final OriginSettings settings;

    Origins(OriginSettings settings) {
        this.settings = settings;
    }

    /** The address itself; of an IPv6 address its first 64 bits, which are one household's. */
    public String of(HttpServletRequest request) {
        return household(nearest(request));
    }

    /** The whole address, where a range of them is allowed; empty when it is none. */
    public Optional<InetAddress> address(HttpServletRequest request) {
        return address(nearest(request));
    }

    private String nearest(HttpServletRequest request) {
        var peer = request.getRemoteAddr();
        return settings.proxies().isEmpty() ? peer : behindProxies(peer, hops(request));
    }

    /** From the last hop backwards, as long as each is a proxy of ours. */
    private String behindProxies(String peer, List<String> hops) {
        var nearest = peer;
        for (var hop : hops) {
            if (!isOurs(nearest) || address(hop).isEmpty()) {
                return nearest;
            }
            nearest = hop;
        }
        return nearest;
    }

    private boolean isOurs(String text) {
        return address(text)
                .filter(it -> settings.proxies().stream().anyMatch(ours -> ours.contains(it)))
                .isPresent();
    }

    /** The nearest first. */
    private static List<String> hops(HttpServletRequest request) {
        var hops = new ArrayList<String>();
        for (var header : Collections.list(request.getHeaders(FORWARDED))) {
            for (var hop : header.split(",", -1)) {
                hops.add(hop.strip());
            }
        }
        Collections.reverse(hops);
        return hops.subList(0, Math.min(hops.size(), MOST_HOPS));
    }

    private static Optional<InetAddress> address(String text) {
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static String household(String text) {
        if (text.indexOf(':') < 0) {
            return text;
        }
        return address(text).map(Origins::network).orElse(text);
    }

    private static String network(InetAddress address) {
        var bytes = address.getAddress();
        return HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, BYTES_OF_A_HOUSEHOLD));
    }
}
