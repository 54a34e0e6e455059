package fr.socle.portal;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who answers for this site: what the law asks it to say (LCEN, art. 1-1; RGPD, art. 13).
 *
 * @param publisher the administration that publishes the site, with its postal address
 * @param director the director of publication, by office
 * @param host who hosts the site, with address and telephone
 * @param contact where people write about accessibility and this site
 * @param dpo where people write to the data protection officer
 */
@ConfigurationProperties("socle.portal")
public record PortalSettings(
        @DefaultValue("") String publisher,
        @DefaultValue("") String director,
        @DefaultValue("") String host,
        @DefaultValue("") String contact,
        @DefaultValue("") String dpo) {}
