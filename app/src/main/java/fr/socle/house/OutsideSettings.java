package fr.socle.house;

import fr.socle.kernel.IpNetwork;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where addresses that others gave us may lead: providers of identity and of data, services' keys,
 * those to whom a departure is told, programs that listen.
 *
 * @param networks ranges of addresses that are not public ({@code 10.0.0.0/8}) and may be called
 *     all the same, as on a network of the State; outside of production this machine and the
 *     house's own name may be called too
 */
@ConfigurationProperties("socle.outside")
record OutsideSettings(@DefaultValue List<IpNetwork> networks) {}
