package fr.socle.pieces;

import fr.socle.DelegatingJournal;
import fr.socle.journal.Entry;
import fr.socle.journal.Journal;
import fr.socle.journal.Reference;
import fr.socle.ui.access.Visitor;
import fr.socle.ui.access.Visitors;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * A block "essai" that owns pieces, visitors known by a header, and a journal that can be watched.
 */
@TestConfiguration(proxyBeanMethods = false)
public class House {

    public static final UUID OWNER_AGENT = new UUID(1, 1);

    /** Stands before the real journal: keeps what was written, and fails when told to. */
    public static final class WatchedJournal extends DelegatingJournal {

        public final List<Entry> entries = Collections.synchronizedList(new ArrayList<>());
        public volatile boolean broken;

        WatchedJournal(Journal real) {
            super(real);
        }

        @Override
        public Reference append(Entry entry) {
            var reference = super.append(entry);
            entries.add(entry);
            return reference;
        }

        @Override
        public Reference appendAlone(Entry entry) {
            if (broken) {
                throw new DataAccessResourceFailureException("the journal is away, for a test");
            }
            var reference = super.appendAlone(entry);
            entries.add(entry);
            return reference;
        }
    }

    @Bean
    static BeanPostProcessor watchedJournal() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof Journal journal ? new WatchedJournal(journal) : bean;
            }
        };
    }

    /** The one agent may read all of the block's pieces, nobody else any. */
    @Bean
    PieceGuard essaiGuard() {
        return new PieceGuard() {
            @Override
            public String block() {
                return "essai";
            }

            @Override
            public boolean mayRead(Visitor visitor, Owner owner) {
                return visitor instanceof Visitor.Agent agent && agent.agent().equals(OWNER_AGENT);
            }
        };
    }

    /** For tests only: the header says who asks. */
    @Bean
    Visitors visitorsByHeader() {
        return (HttpServletRequest request) -> {
            var agent = request.getHeader("X-Essai-Agent");
            return agent == null
                    ? Visitor.ANONYMOUS
                    : new Visitor.Agent(
                            UUID.fromString(agent),
                            "Agente d’essai",
                            new UUID(2, 2),
                            "Organisation d’essai",
                            Set.of(),
                            Set.of());
        };
    }
}
