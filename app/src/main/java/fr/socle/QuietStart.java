package fr.socle;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.event.SpringApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/**
 * Keeps the log away from the terminal until the start is over. After a good start the terminal
 * gets the warnings that were held back; one that fails says {@linkplain Causes one sentence}, and
 * the whole story is in {@code socle.log}.
 */
final class QuietStart implements ApplicationListener<SpringApplicationEvent>, Ordered {

    /** What Logback attaches before Spring Boot opens the log, and what Spring Boot attaches. */
    private static final String FIRST_TERMINAL = "console";

    private static final String TERMINAL = "CONSOLE";

    private final List<Appender<ILoggingEvent>> terminals = new ArrayList<>();
    private final Held held = new Held();

    /** Before the log file is open, what fails is told by its sentence alone. */
    QuietStart() {
        root().detachAppender(FIRST_TERMINAL);
    }

    /** After the log was opened. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void onApplicationEvent(SpringApplicationEvent event) {
        switch (event) {
            case ApplicationEnvironmentPreparedEvent _ -> hush();
            case ApplicationReadyEvent _ -> speak();
            default -> {}
        }
    }

    private void hush() {
        var terminal = root().getAppender(TERMINAL);
        if (terminal != null) {
            terminals.add(terminal);
            root().detachAppender(terminal);
            held.setContext((LoggerContext) LoggerFactory.getILoggerFactory());
            held.start();
            root().addAppender(held);
        }
    }

    private void speak() {
        root().detachAppender(held);
        for (var terminal : terminals) {
            root().addAppender(terminal);
            held.events().forEach(terminal::doAppend);
        }
        held.stop();
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    }

    /** Warnings and errors, in their order. */
    private static final class Held extends AppenderBase<ILoggingEvent> {

        private final List<ILoggingEvent> events = new ArrayList<>();

        @Override
        protected synchronized void append(ILoggingEvent event) {
            if (event.getLevel().isGreaterOrEqual(Level.WARN)) {
                event.prepareForDeferredProcessing();
                events.add(event);
            }
        }

        synchronized List<ILoggingEvent> events() {
            return List.copyOf(events);
        }
    }
}
