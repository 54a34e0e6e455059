package fr.socle.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpNetworkTests {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8,10.255.255.255,true",
        "10.0.0.0/8,11.0.0.0,false",
        "172.16.0.0/12,172.31.255.255,true",
        "172.16.0.0/12,172.32.0.0,false",
        "192.0.2.7,192.0.2.7,true",
        "192.0.2.7,192.0.2.8,false",
        "0.0.0.0/0,203.0.113.9,true",
        "0.0.0.0/0,2001:db8::1,false",
        "2001:db8::/32,2001:db8:ffff::1,true",
        "2001:db8::/32,2001:db9::1,false",
        "::ffff:10.0.0.0/8,10.1.2.3,true"
    })
    void aRangeHoldsWhatSharesItsFirstBits(String range, String address, boolean holds) {
        assertThat(IpNetwork.of(range).contains(InetAddress.ofLiteral(address))).isEqualTo(holds);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "10.0.0.0/",
                "::/129",
                "10/8 "
            })
    void anythingElseIsRefusedAndNoNameIsLookedUp(String text) {
        assertThatThrownBy(() -> IpNetwork.of(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
