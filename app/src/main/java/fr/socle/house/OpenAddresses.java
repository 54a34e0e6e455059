package fr.socle.house;

import fr.socle.kernel.IpNetwork;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;
import org.springframework.stereotype.Component;

/**
 * Looks up names that others gave us, and lets nobody call what is not open to the whole Internet:
 * who names an address of this house's own network would make us his hand there. The address that
 * is judged is the one that is called, so a name server that changes its mind between the two
 * changes nothing.
 */
@Component
class OpenAddresses implements DnsResolver {

    /** Quoted by the failure of a call that was not made. */
    static final String INSIDE = "leads to an address that is not public";

    /** Of the registries of RFC 6890 (IPv4), and the only part of IPv6 that is given out. */
    private static final List<IpNetwork> CLOSED =
            Stream.of(
                            "0.0.0.0/8",
                            "10.0.0.0/8",
                            "100.64.0.0/10",
                            "127.0.0.0/8",
                            "169.254.0.0/16",
                            "172.16.0.0/12",
                            "192.0.0.0/24",
                            "192.0.2.0/24",
                            "192.88.99.0/24",
                            "192.168.0.0/16",
                            "198.18.0.0/15",
                            "198.51.100.0/24",
                            "203.0.113.0/24",
                            "224.0.0.0/3",
                            "2001::/23",
                            "2001:db8::/32",
                            "2002::/16",
                            "3fff::/20")
                    .map(IpNetwork::of)
                    .toList();

    private static final IpNetwork PUBLIC_IPV6 = IpNetwork.of("2000::/3");
    private static final int IPV6_BYTES = 16;

    private final OutsideSettings settings;
    private final HouseSettings house;
    private final DnsResolver names;

    @org.springframework.beans.factory.annotation.Autowired
    OpenAddresses(OutsideSettings settings, HouseSettings house) {
        this(settings, house, org.apache.hc.client5.http.SystemDefaultDnsResolver.INSTANCE);
    }

    OpenAddresses(OutsideSettings settings, HouseSettings house, DnsResolver names) {
        this.settings = settings;
        this.house = house;
        this.names = names;
    }

    /**
     * @throws UnknownHostException also when one of the addresses is not open
     */
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var addresses = names.resolve(host);
        if (isOurs(host)) {
            return addresses;
        }
        for (var address : addresses) {
            if (!isOpen(address)) {
                throw new UnknownHostException(host + " " + INSIDE);
            }
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return names.resolveCanonicalHostname(host);
    }

    /**
     * Whether a host is written as an address to which no call would go. A name is not looked up.
     */
    boolean isClosedAddress(String host) {
        try {
            return !isOpen(InetAddress.ofLiteral(host.replaceAll("^\\[|]$", "")));
        } catch (IllegalArgumentException name) {
            return false;
        }
    }

    /** The services of a demonstration lie in this very house, whatever its name leads to. */
    private boolean isOurs(String host) {
        return !house.production()
                && host.equalsIgnoreCase(URI.create(house.publicAddress()).getHost());
    }

    private boolean isOpen(InetAddress address) {
        return isPublic(address)
                || (address.isLoopbackAddress() && !house.production())
                || settings.networks().stream().anyMatch(it -> it.contains(address));
    }

    private static boolean isPublic(InetAddress address) {
        return CLOSED.stream().noneMatch(it -> it.contains(address))
                && (address.getAddress().length < IPV6_BYTES || PUBLIC_IPV6.contains(address));
    }
}
