package fr.socle.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.jspecify.annotations.NullMarked;
import org.slf4j.LoggerFactory;

/** What a logger of this house says meanwhile. */
@NullMarked
record Logged(Logger logger, ListAppender<ILoggingEvent> lines) implements AutoCloseable {

    static Logged by(String name) {
        var lines = new ListAppender<ILoggingEvent>();
        lines.start();
        var logger = (Logger) LoggerFactory.getLogger(name);
        logger.addAppender(lines);
        // because what is said in tests is warnings
        logger.setLevel(Level.INFO);
        return new Logged(logger, lines);
    }

    /** This one, for information and without a stack, and no other. */
    void oneQuietLine(String text) {
        await().until(() -> !lines.list.isEmpty());
        assertThat(lines.list).hasSize(1);
        var line = lines.list.getFirst();
        assertThat(line.getFormattedMessage()).isEqualTo(text);
        assertThat(line.getLevel()).isEqualTo(Level.INFO);
        assertThat(line.getThrowableProxy()).isNull();
    }

    @Override
    public void close() {
        logger.setLevel(null);
        logger.detachAppender(lines);
    }
}
