package fr.socle.notifications;

import com.zaxxer.hikari.HikariDataSource;
import fr.socle.TestPostgres;
import fr.socle.house.HouseSettings;
import fr.socle.house.Keyring;
import fr.socle.notifications.delivery.Digests;
import fr.socle.notifications.delivery.Post;
import fr.socle.notifications.delivery.Sender;
import fr.socle.notifications.outbox.Oblivion;
import fr.socle.notifications.preferences.Categories;
import fr.socle.notifications.preferences.Preferences;
import fr.socle.ui.Dictionary;
import fr.socle.ui.UiSettings;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One node of the block alone, with a clock and a way out of the test's choosing and nothing that
 * runs by itself. Two nodes may share a database.
 */
final class Node implements AutoCloseable {

    private final AnnotationConfigApplicationContext context =
            new AnnotationConfigApplicationContext();
    private final HikariDataSource database = new HikariDataSource();

    Node(String databaseUrl, Clock clock, Post post, int connections) {
        database.setJdbcUrl(databaseUrl);
        database.setMaximumPoolSize(connections);
        context.registerBean(DataSource.class, () -> database);
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(Post.class, () -> post);
        context.register(Parts.class);
        context.refresh();
    }

    Node(String databaseUrl, Clock clock, Post post) {
        this(databaseUrl, clock, post, 5);
    }

    static String freshDatabase() {
        var url = TestPostgres.freshDatabase();
        Flyway.configure()
                .dataSource(url, null, null)
                .locations("classpath:fr/socle/notifications/db")
                .load()
                .migrate();
        return url;
    }

    <T> T get(Class<T> part) {
        return context.getBean(part);
    }

    Notifications notifications() {
        return get(Notifications.class);
    }

    void send(Message message) {
        get(TransactionTemplate.class).executeWithoutResult(_ -> notifications().send(message));
    }

    int sendDue() {
        return get(Sender.class).sendDue();
    }

    void compose() {
        get(Digests.class).compose();
    }

    Preferences preferences() {
        return get(Preferences.class);
    }

    Oblivion oblivion() {
        return get(Oblivion.class);
    }

    int count(String whereClause) {
        return count("outbox", whereClause);
    }

    int count(String table, String whereClause) {
        return get(JdbcClient.class)
                .sql("SELECT count(*) FROM notifications." + table + " WHERE " + whereClause)
                .query(Integer.class)
                .single();
    }

    String text(String expression) {
        return get(JdbcClient.class)
                .sql("SELECT coalesce((" + expression + ")::text, '')")
                .query(String.class)
                .single();
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }

    /** No stereotype on it, so that the scan of the whole application does not find it. */
    @EnableTransactionManagement(proxyTargetClass = true)
    @ComponentScan({
        "fr.socle.notifications.outbox",
        "fr.socle.notifications.letter",
        "fr.socle.notifications.preferences",
        "fr.socle.notifications.delivery"
    })
    @Import({HouseNotifications.class, Dictionary.class})
    static class Parts {

        @Bean
        JdbcClient jdbcClient(DataSource source) {
            return JdbcClient.create(source);
        }

        @Bean
        PlatformTransactionManager transactions(DataSource source) {
            return new DataSourceTransactionManager(source);
        }

        @Bean
        TransactionTemplate transaction(PlatformTransactionManager manager) {
            return new TransactionTemplate(manager);
        }

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }

        @Bean
        SecureRandom random() {
            return new SecureRandom();
        }

        @Bean
        Keyring keyring(SecureRandom random) {
            return new Keyring(new byte[Keyring.KEY_BYTES], random);
        }

        @Bean
        UiSettings ui() {
            return new UiSettings("Ville d’Essai", null, true);
        }

        @Bean
        HouseSettings house() {
            return new HouseSettings(
                    8080,
                    "https://socle.example",
                    Path.of("data"),
                    null,
                    null,
                    null,
                    null,
                    true,
                    false);
        }

        @Bean
        Categories categories() {
            return new Categories(List.of(Sample.NEWS, Sample.SAFETY));
        }
    }
}
