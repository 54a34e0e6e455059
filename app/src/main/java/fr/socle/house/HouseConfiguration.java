package fr.socle.house;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes what every block may ask for. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
    HouseSettings.class,
    OriginSettings.class,
    OutsideSettings.class,
    TriesSettings.class
})
class HouseConfiguration {

    private static final String MASTER_KEY_FILE = "cles/maitresse";

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    SecureRandom random() {
        return new SecureRandom();
    }

    @Bean
    DataFolder dataFolder(HouseSettings settings) {
        return new DataFolder(settings.data());
    }

    @Bean
    Keyring keyring(HouseSettings settings, DataFolder folder, SecureRandom random) {
        return new Keyring(masterKey(settings, folder, random), random);
    }

    /**
     * The configured PostgreSQL; else our own. A command may run beside the process that has ours
     * running, and joins it; a second start may not.
     */
    @Bean
    Database database(HouseSettings settings, DataFolder folder) {
        if (settings.databaseUrl() != null) {
            return ExternalDatabase.of(settings, settings.databaseUrl());
        }
        var lock = DataLock.tryTake(folder);
        if (lock.isPresent()) {
            return EmbeddedDatabase.start(folder, lock.get());
        }
        if (settings.background()) {
            throw new FolderTaken(folder.root());
        }
        return NeighbourDatabase.of(folder);
    }

    @Bean
    JdbcConnectionDetails connectionDetails(Database database) {
        return new JdbcConnectionDetails() {
            @Override
            public String getJdbcUrl() {
                return database.url();
            }

            @Override
            public String getUsername() {
                return database.user();
            }

            @Override
            public String getPassword() {
                return database.password();
            }
        };
    }

    private static byte[] masterKey(
            HouseSettings settings, DataFolder folder, SecureRandom random) {
        if (settings.masterKey() != null) {
            return Base64.getDecoder().decode(settings.masterKey());
        }
        var fresh = new byte[Keyring.KEY_BYTES];
        random.nextBytes(fresh);
        return folder.once(MASTER_KEY_FILE, fresh);
    }
}
