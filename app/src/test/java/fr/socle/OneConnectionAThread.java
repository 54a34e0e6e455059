package fr.socle;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Refuses a second connection to a thread that holds one: as many requests as the pool has
 * connections would wait for each other until all of them give up. A row mapper that asks the
 * database is how it comes. The journal's own threads are let through: they have a pool apart; so
 * is Flyway, at a start.
 */
public final class OneConnectionAThread implements BeanPostProcessor {

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? new Watched(source) : bean;
    }

    private static final class Watched extends DelegatingDataSource {

        private static final Logger LOG = LoggerFactory.getLogger(OneConnectionAThread.class);

        private final ThreadLocal<@Nullable Throwable> held = new ThreadLocal<>();

        Watched(DataSource watched) {
            super(watched);
        }

        @Override
        public Connection getConnection() throws SQLException {
            var first = held.get();
            if (first != null && !mayHaveTwo()) {
                var second =
                        new IllegalStateException(
                                "a second connection, the first came here:", first);
                LOG.error("refused", second);
                throw second;
            }
            var connection = super.getConnection();
            if (first == null) {
                held.set(new Throwable("first connection"));
                return told(connection);
            }
            return connection;
        }

        /** The connection, whose close is noted once. */
        private Connection told(Connection connection) {
            var open = new AtomicBoolean(true);
            return (Connection)
                    Proxy.newProxyInstance(
                            Watched.class.getClassLoader(),
                            new Class<?>[] {Connection.class},
                            (_, method, arguments) -> {
                                if (method.getName().equals("close") && open.getAndSet(false)) {
                                    held.remove();
                                }
                                try {
                                    return method.invoke(connection, arguments);
                                } catch (InvocationTargetException thrown) {
                                    throw thrown.getCause();
                                }
                            });
        }

        private static boolean mayHaveTwo() {
            return StackWalker.getInstance()
                    .walk(
                            frames ->
                                    frames.map(StackWalker.StackFrame::getClassName)
                                            .anyMatch(Watched::mayHaveTwo));
        }

        private static boolean mayHaveTwo(String caller) {
            return caller.endsWith(".OwnConnections") || caller.startsWith("org.flywaydb.");
        }
    }
}
