package fr.socle.house;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where this Socle lives.
 *
 * @param port the port of the pages and of the APIs
 * @param address the public address, without final slash; by default {@code
 *     http://localhost:<port>}
 * @param data the folder of everything that this node keeps outside the database
 * @param databaseUrl a PostgreSQL's JDBC address; by default one is started under the data folder
 * @param databaseUser the account at that PostgreSQL
 * @param databasePassword its password
 * @param masterKey 32 bytes in base64, under which all secrets are sealed; by default a file under
 *     the data folder
 * @param background whether this process does the house's background work; a command does not
 * @param production refuses demonstration data and secrets
 */
@ConfigurationProperties("socle")
public record HouseSettings(
        @DefaultValue("8080") int port,
        @Nullable String address,
        @DefaultValue("data") Path data,
        @Nullable String databaseUrl,
        @Nullable String databaseUser,
        @Nullable String databasePassword,
        @Nullable String masterKey,
        @DefaultValue("true") boolean background,
        @DefaultValue("false") boolean production) {

    /** The public address, without final slash. */
    public String publicAddress() {
        return address != null ? address.replaceAll("/+$", "") : "http://localhost:" + port;
    }
}
