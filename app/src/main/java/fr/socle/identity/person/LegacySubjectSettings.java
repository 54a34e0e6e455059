package fr.socle.identity.person;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What comes from FranceConnect with the services that move here.
 *
 * @param subSecret the secret of its subjects: needed by services registered with « subjects »: «
 *     franceconnect », and by nobody else
 */
@ConfigurationProperties("socle.identity.franceconnect")
public record LegacySubjectSettings(@DefaultValue("") String subSecret) {}
