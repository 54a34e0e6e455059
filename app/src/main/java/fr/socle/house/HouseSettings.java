package fr.socle.house;

import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Pattern;
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

    private static final int LAST_PORT = 65535;
    private static final Pattern POSTGRESQL = Pattern.compile("(jdbc:)?postgresql:.*");

    /**
     * @throws WrongSetting for a value that can never work; the values that may be secrets are not
     *     in its message
     */
    public HouseSettings {
        if (port < 0 || port > LAST_PORT) {
            throw new WrongSetting("port", "va de 1 à " + LAST_PORT + ", pas " + port);
        }
        if (databaseUrl != null && !POSTGRESQL.matcher(databaseUrl).matches()) {
            throw new WrongSetting(
                    "database-url",
                    "commence par « postgresql:// », par exemple postgresql://serveur/socle");
        }
        if (masterKey != null && !isKey(masterKey)) {
            throw new WrongSetting(
                    "master-key",
                    "doit être "
                            + Keyring.KEY_BYTES
                            + " octets en base64, comme en donne « openssl rand -base64 32 »");
        }
    }

    private static boolean isKey(String written) {
        try {
            return Base64.getDecoder().decode(written).length == Keyring.KEY_BYTES;
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    /** The public address, without final slash. */
    public String publicAddress() {
        return address != null ? address.replaceAll("/+$", "") : "http://localhost:" + port;
    }
}
