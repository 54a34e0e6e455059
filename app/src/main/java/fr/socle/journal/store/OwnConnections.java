package fr.socle.journal.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import fr.socle.house.RequestPatience;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.DestructionAwareBeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Gives the journal's own threads (group commit, integration, signature, witnesses, projections) a
 * small pool beside that of the requests: however many requests hold a connection, an entry can be
 * made durable and gets its index. For everybody else there is one DataSource and one transaction
 * manager, as before: which pool a connection comes from depends on the thread that asks.
 */
public final class OwnConnections implements DestructionAwareBeanPostProcessor {

    /**
     * One for the writer, two for the integrator, which may make a partition, one for maps, one for
     * the keys of new persons, one for the rest.
     */
    private static final int SIZE = 6;

    private static final ScopedValue<Boolean> OWN = ScopedValue.newInstance();

    private final Map<Object, HikariDataSource> pools = new ConcurrentHashMap<>();

    /** The work of a thread of the journal, on connections of its own. */
    public static Runnable on(Runnable work) {
        return () -> ScopedValue.where(OWN, true).run(work);
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof HikariDataSource shared
                ? new ByThread(shared, pools.computeIfAbsent(shared, _ -> beside(shared)))
                : bean;
    }

    @Override
    public boolean requiresDestruction(Object bean) {
        return bean instanceof HikariDataSource;
    }

    /** Not before the pool beside it, because the writer still empties its queue. */
    @Override
    public void postProcessBeforeDestruction(Object bean, String name) {
        var own = pools.remove(bean);
        if (own != null) {
            own.close();
        }
    }

    /** It opens no connection before the first one is asked for: a command needs none. */
    private static HikariDataSource beside(HikariDataSource shared) {
        var settings = new HikariConfig();
        shared.copyStateTo(settings);
        settings.setPoolName("journal");
        settings.setMaximumPoolSize(SIZE);
        settings.setMinimumIdle(1);
        var own = new HikariDataSource();
        settings.copyStateTo(own);
        return own;
    }

    private static final class ByThread extends DelegatingDataSource {

        private final DataSource own;

        ByThread(DataSource shared, DataSource own) {
            super(shared);
            this.own = own;
        }

        @Override
        public Connection getConnection() throws SQLException {
            return OWN.isBound() ? own.getConnection() : RequestPatience.on(super.getConnection());
        }
    }
}
