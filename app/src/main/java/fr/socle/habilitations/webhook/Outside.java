package fr.socle.habilitations.webhook;

import fr.socle.house.HouseSettings;
import fr.socle.house.OutsideHttp;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How an address looks at which a program may listen. Where it leads is judged at each call ({@code
 * house.OutsideHttp}).
 */
@Component
class Outside {

    private static final int LONGEST = 500;

    private final HouseSettings house;
    private final OutsideHttp http;

    Outside(HouseSettings house, OutsideHttp http) {
        this.house = house;
        this.http = http;
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
            if (http.isClosed(uri)) {
                return "habilitations.webhook.url.inside";
            }
            return isSecure(uri) ? null : "habilitations.webhook.url.https";
        } catch (IllegalArgumentException nonsense) {
            return "habilitations.webhook.url.none";
        }
    }

    private boolean isSecure(URI uri) {
        return "https".equals(uri.getScheme())
                || "http".equals(uri.getScheme()) && !house.production();
    }
}
