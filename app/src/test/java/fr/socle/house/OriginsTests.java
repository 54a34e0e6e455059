package fr.socle.house;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.kernel.IpNetwork;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class OriginsTests {

    private static String origin(List<String> proxies, String peer, String... forwarded) {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr(peer);
        for (var header : forwarded) {
            request.addHeader("X-Forwarded-For", header);
        }
        var ours = proxies.stream().map(IpNetwork::of).toList();
        return new Origins(new OriginSettings(ours)).of(request);
    }

    @Test
    void whatAStrangerSaysOfItselfIsNotBelieved() {
        assertThat(origin(List.of(), "198.51.100.7", "192.0.2.1")).isEqualTo("198.51.100.7");
        assertThat(origin(List.of("10.0.0.0/8"), "198.51.100.7", "192.0.2.1"))
                .isEqualTo("198.51.100.7");
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1,192.0.2.1",
        "'203.0.113.9, 192.0.2.1',192.0.2.1",
        "'203.0.113.9, 192.0.2.1, 10.0.0.5',192.0.2.1",
        "'10.0.0.5',10.0.0.5",
        "unknown,10.0.0.1",
        "'192.0.2.1, nonsense',10.0.0.1",
        "'',10.0.0.1"
    })
    void behindOurOwnProxiesTheLastStrangerCounts(String forwarded, String expected) {
        assertThat(origin(List.of("10.0.0.0/8"), "10.0.0.1", forwarded)).isEqualTo(expected);
    }

    @Test
    void severalHeadersAreOneList() {
        assertThat(origin(List.of("10.0.0.0/8"), "10.0.0.1", "203.0.113.9", "192.0.2.1"))
                .isEqualTo("192.0.2.1");
    }

    @Test
    void aHouseholdIsOneOrigin() {
        var one = origin(List.of(), "2001:db8:1:2:3:4:5:6");
        assertThat(origin(List.of(), "2001:db8:1:2::1")).isEqualTo(one);
        assertThat(origin(List.of(), "2001:db8:1:3::1")).isNotEqualTo(one);
    }
}
