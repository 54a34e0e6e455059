package fr.socle.journal.fire;

import fr.socle.TestFolders;
import fr.socle.journal.format.VerifierKey;
import fr.socle.kernel.PersonRef;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A log that is written once; a test that harms it does so on a copy. */
@NullMarked
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CopiedLog {

    final Cluster cluster = Cluster.start();
    final PersonRef someone = new PersonRef(UUID.randomUUID());
    final PersonRef other = new PersonRef(UUID.randomUUID());
    final Application original;
    final VerifierKey key;
    Application application;
    private final String name;
    private int copies;

    /**
     * @param name of the database
     */
    CopiedLog(String name) {
        this.name = name;
        cluster.create(name);
        original = quiet(name);
        application = original;
        key = new Published(application.address(), 1).key();
    }

    private Application quiet(String database) {
        return Application.quiet(cluster.url(database), TestFolders.fresh("socle-" + database));
    }

    /** By a node that remembers nothing of the original; gives the copy's name. */
    String onACopy() {
        copies++;
        var copy = cluster.copy(name, name + copies);
        application = quiet(copy);
        return copy;
    }

    @AfterEach
    void backToTheOriginal() {
        if (application != original) {
            application.close();
            application = original;
        }
    }

    @AfterAll
    void stop() {
        original.close();
        cluster.close();
    }

    byte[] statement() {
        return application.statement(someone);
    }

    JdbcClient db() {
        return application.bean(JdbcClient.class);
    }
}
