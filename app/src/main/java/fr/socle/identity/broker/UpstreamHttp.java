package fr.socle.identity.broker;

import fr.socle.house.OutsideHttp;
import fr.socle.house.PublicAddress;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.SocketTimeoutException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Calls to providers: six seconds for the whole of an answer, of which at most 250 kB are read; no
 * redirect is followed and nothing is unpacked. An operator of the federations names them, who need
 * not know this house's own network: they lead to public addresses only, and to those of {@code
 * socle.outside.networks}. Nothing of the database is held meanwhile.
 */
@Component
public class UpstreamHttp {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String ACCEPT = "Accept";
    private static final int LARGEST = 250_000;

    /** Of a provider that needs all its six seconds, eighty sign-ins a second wait. */
    private static final int AT_ONE_PLACE = 500;

    /**
     * @param body read as UTF-8
     */
    public record Answer(int status, String contentType, String body) {}

    private final OutsideHttp providers;
    private final OutsideHttp settled;
    private final PublicAddress house;

    UpstreamHttp(OutsideHttp outside, PublicAddress house) {
        this.providers = outside.apart(AT_ONE_PLACE);
        this.settled = outside.trusting(AT_ONE_PLACE);
        this.house = house;
    }

    Answer get(String address, String authorization) throws UpstreamFailure {
        return get(address, authorization, "");
    }

    /**
     * @param authorization the header of this name, or empty
     * @param accept the type of content that can be read; empty for JSON
     */
    Answer get(String address, String authorization, String accept) throws UpstreamFailure {
        var headers = new LinkedHashMap<String, String>();
        if (!accept.isEmpty()) {
            headers.put(ACCEPT, accept);
        }
        if (!authorization.isEmpty()) {
            headers.put("Authorization", authorization);
        }
        return heard(() -> to(address).get(address, headers, LARGEST));
    }

    /** The answer, whatever its status is. */
    Answer post(String address, String form) throws UpstreamFailure {
        return heard(() -> to(address).post(address, Map.of(), FORM, form, LARGEST));
    }

    /**
     * What lies at an address of the settings, wherever that leads.
     *
     * @param accept the type of content that can be read
     */
    public Answer settled(String address, String accept) throws UpstreamFailure {
        return heard(() -> settled.get(address, Map.of(ACCEPT, accept), LARGEST));
    }

    /** Our own pages are clients of our own federations, whatever the house's name leads to. */
    private OutsideHttp to(String address) {
        return address.startsWith(house.value() + "/") ? settled : providers;
    }

    /** A call whose failures have a name here. */
    interface Call {
        OutsideHttp.Answer go() throws IOException;
    }

    static Answer heard(Call call) throws UpstreamFailure {
        try {
            var answer = call.go();
            return new Answer(answer.status(), answer.contentType(), answer.body());
        } catch (SocketTimeoutException late) {
            throw UpstreamFailure.late(why(late));
        } catch (MalformedURLException none) {
            throw new UpstreamFailure(UpstreamFault.TOKEN_LYING, why(none));
        } catch (IOException failed) {
            throw new UpstreamFailure(UpstreamFault.TOKEN_DOWN, why(failed));
        }
    }

    private static String why(IOException failed) {
        return String.valueOf(failed.getMessage());
    }
}
