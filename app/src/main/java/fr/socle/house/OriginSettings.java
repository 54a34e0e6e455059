package fr.socle.house;

import fr.socle.kernel.IpNetwork;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who stands between people and this Socle.
 *
 * @param proxies the addresses or ranges ({@code 10.1.0.0/16}) of the proxies before this Socle:
 *     what they write into {@code X-Forwarded-For} tells where a request comes from; by default
 *     nobody is believed
 */
@ConfigurationProperties("socle")
public record OriginSettings(@DefaultValue List<IpNetwork> proxies) {}
