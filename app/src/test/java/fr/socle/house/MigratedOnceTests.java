package fr.socle.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.socle.PostgresTest;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database that has seen these very migrations is not asked again, block by block. */
@PostgresTest
class MigratedOnceTests {

    @Autowired MigratedOnce migrated;
    @Autowired Flyway flyway;
    @Autowired JdbcClient db;

    /** A forged checksum makes Flyway refuse, so a refusal shows that it was asked. */
    @Test
    void flywayIsAskedOnlyAboutMigrationsThatThisDatabaseHasNotSeen() {
        var history =
                db.sql(
                                """
                                SELECT table_schema || '.' || table_name
                                FROM information_schema.columns
                                WHERE column_name = 'checksum' AND table_name LIKE 'flyway%house'
                                """)
                        .query(String.class)
                        .single();
        var shift = "UPDATE " + history + " SET checksum = checksum + ?";
        db.sql(shift).param(1).update();
        try {
            assertThatCode(() -> migrated.migrate(flyway)).doesNotThrowAnyException();

            forget();

            assertThatThrownBy(() -> migrated.migrate(flyway))
                    .isInstanceOf(FlywayException.class)
                    .hasMessageContaining("checksum");
        } finally {
            db.sql(shift).param(-1).update();
        }
        migrated.migrate(flyway);
        assertThat(known()).isEqualTo(1);
    }

    private void forget() {
        assertThat(db.sql("DELETE FROM house.migrated").update()).isEqualTo(1);
    }

    private int known() {
        return db.sql("SELECT count(*) FROM house.migrated WHERE digest = ?")
                .param(MigratedOnce.digest())
                .query(Integer.class)
                .single();
    }
}
