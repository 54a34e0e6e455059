package fr.socle.identity.broker;

import fr.socle.house.OutsideHttp;
import fr.socle.identity.broker.UpstreamHttp.Answer;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Calls to addresses that services gave us; what is wrong with an answer is a fault of theirs. */
@Component
public class ServiceHttp {

    private static final int LARGEST = 64 * 1024;
    private static final String FORM = "application/x-www-form-urlencoded";

    private final OutsideHttp http;

    ServiceHttp(OutsideHttp http) {
        this.http = http;
    }

    /**
     * The answer, whatever its status is.
     *
     * @param largest of this many bytes at most
     */
    public Answer get(String address, int largest) throws UpstreamFailure {
        return UpstreamHttp.heard(() -> http.get(address, largest));
    }

    /** The answer, whatever its status is. */
    public Answer post(String address, String form) throws UpstreamFailure {
        return UpstreamHttp.heard(() -> http.post(address, Map.of(), FORM, form, LARGEST));
    }
}
