package fr.socle.exchange.access;

import fr.socle.kernel.IpNetwork;
import fr.socle.kernel.Parsed;
import java.util.ArrayList;
import java.util.List;

/** From where a program may come, as people write it: ranges of addresses (CIDR), apart. */
final class Networks {

    private static final int MOST = 20;

    private Networks() {}

    /** Names are not looked up: an address that a name server may change is no limit. */
    static Parsed<List<IpNetwork>> parse(String text) {
        var networks = new ArrayList<IpNetwork>();
        for (var each : text.strip().split("[\\s,;]+", -1)) {
            try {
                networks.add(IpNetwork.of(each));
            } catch (IllegalArgumentException none) {
                return Parsed.invalid("exchange.token.networks.wrong", each);
            }
        }
        return networks.size() > MOST
                ? Parsed.invalid("exchange.token.networks.number")
                : Parsed.valid(List.copyOf(networks));
    }
}
