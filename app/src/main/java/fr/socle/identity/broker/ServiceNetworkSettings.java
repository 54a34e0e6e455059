package fr.socle.identity.broker;

import fr.socle.kernel.IpNetwork;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where services may be called: for their keys, and to tell them that somebody left.
 *
 * @param networks ranges of addresses that are not public ({@code 10.0.0.0/8}) and where services
 *     may be called all the same, as on a network of the State; outside of production this machine
 *     and the house's own name may be called too
 */
@ConfigurationProperties("socle.identity.services")
public record ServiceNetworkSettings(@DefaultValue List<IpNetwork> networks) {}
