package fr.socle.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Primary;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.runtime.flyway.SpringModulithFlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/**
 * Migrates the blocks only when this database has not seen these very migrations, to the byte. To
 * ask Flyway block by block costs half a second of every start; one row answers as well.
 */
@Component
@Primary
class MigratedOnce implements FlywayMigrationStrategy {

    private static final String FILES = "classpath*:fr/socle/*/db/*.sql";

    private final SpringModulithFlywayMigrationStrategy blocks;
    private final Clock clock;

    MigratedOnce(SpringModulithFlywayMigrationStrategy blocks, Clock clock) {
        this.blocks = blocks;
        this.clock = clock;
    }

    @Override
    public void migrate(Flyway flyway) {
        var jdbc = JdbcClient.create(flyway.getConfiguration().getDataSource());
        var digest = digest();
        if (knows(jdbc, digest)) {
            return;
        }
        blocks.migrate(flyway);
        jdbc.sql("INSERT INTO house.migrated (digest, at) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .param(digest)
                .param(java.sql.Timestamp.from(clock.instant()))
                .update();
    }

    private static boolean knows(JdbcClient jdbc, byte[] digest) {
        var anything =
                jdbc.sql("SELECT to_regclass('house.migrated') IS NOT NULL")
                        .query(Boolean.class)
                        .single();
        return anything
                && jdbc.sql("SELECT EXISTS (SELECT FROM house.migrated WHERE digest = ?)")
                        .param(digest)
                        .query(Boolean.class)
                        .single();
    }

    /** Of every migration's path and bytes, in the order of their paths. */
    static byte[] digest() {
        try {
            var sum = MessageDigest.getInstance("SHA-256");
            var files = new PathMatchingResourcePatternResolver().getResources(FILES);
            Arrays.sort(files, Comparator.comparing(MigratedOnce::path));
            for (var file : files) {
                sum.update(path(file).getBytes(StandardCharsets.UTF_8));
                sum.update((byte) 0);
                sum.update(
                        MessageDigest.getInstance("SHA-256").digest(file.getContentAsByteArray()));
            }
            return sum.digest();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the migrations cannot be read", unreadable);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** From the block's name on, wherever the classes lie. */
    private static String path(Resource file) {
        try {
            var address = file.getURL().toString();
            return address.substring(address.lastIndexOf("fr/socle/"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("a migration has no address", unreadable);
        }
    }
}
