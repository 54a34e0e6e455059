package fr.socle.journal.fire;

import fr.socle.house.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * An application that a test moves from one database to another, and forward in time. It is handed
 * to that application alone: as a configuration it would be found by every test, and take its pool.
 */
class SwitchedDatabase {

    @Bean
    Source dataSource(Database database) {
        return new Source(database.url());
    }

    @Bean
    @Primary
    Later later() {
        return new Later();
    }

    /** Opens a connection for each use, to where it was last told. */
    static final class Source extends DelegatingDataSource {
        Source(String url) {
            super(at(url));
        }

        void use(String url) {
            setTargetDataSource(at(url));
        }

        private static PGSimpleDataSource at(String url) {
            var source = new PGSimpleDataSource();
            source.setUrl(url);
            return source;
        }
    }

    /** The time, moved on by as much as the test says. */
    static final class Later extends Clock {
        private volatile Duration moved = Duration.ZERO;

        void move(Duration further) {
            moved = moved.plus(further);
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(moved);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.offset(Clock.system(zone), moved);
        }
    }
}
