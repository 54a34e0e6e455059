package fr.socle.journal.fire;

import fr.socle.journal.Journal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A journal in a process of its own, whose threads append as fast as they can. It tells its parent
 * over the pipe what was acknowledged ({@code A id}) and what was rolled back on purpose ({@code R
 * id}); it is stopped by {@code STOP}, or by death.
 */
final class NodeMain {

    private static final int ALONE = 6;
    private static final int IN_TRANSACTIONS = 3;

    private final Journal journal;
    private final TransactionTemplate transaction;
    private final PrintStream out;
    private volatile boolean going = true;

    private NodeMain(Application application, PrintStream out) {
        this.journal = application.journal();
        this.transaction =
                new TransactionTemplate(application.bean(PlatformTransactionManager.class));
        this.out = out;
    }

    /** Arguments: the database's address, the data folder. */
    public static void main(String[] args) throws IOException, InterruptedException {
        var pipe = System.out;
        System.setOut(System.err);
        var application = Application.journal(args[0], Path.of(args[1]));
        var node = new NodeMain(application, pipe);
        node.say("LISTENS " + application.address());
        var threads = node.start();
        var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        if ("STOP".equals(orders.readLine())) {
            node.going = false;
            for (var thread : threads) {
                thread.join();
            }
            node.say("STOPPED");
            orders.readLine();
        }
        application.close();
    }

    private List<Thread> start() {
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < ALONE; i++) {
            threads.add(Thread.ofPlatform().daemon().start(() -> repeat(this::alone)));
        }
        for (int i = 0; i < IN_TRANSACTIONS; i++) {
            threads.add(Thread.ofPlatform().daemon().start(() -> repeat(this::inTransaction)));
        }
        return threads;
    }

    private void repeat(Runnable work) {
        while (going) {
            try {
                work.run();
            } catch (DataAccessException | TransactionException notAcknowledged) {
                System.err.println(notAcknowledged);
            }
        }
    }

    private void alone() {
        say("A " + journal.appendAlone(trace()).id());
    }

    private void inTransaction() {
        var rollsBack = ThreadLocalRandom.current().nextInt(10) == 0;
        var reference =
                transaction.execute(
                        status -> {
                            if (rollsBack) {
                                status.setRollbackOnly();
                            }
                            return journal.append(trace());
                        });
        say((rollsBack ? "R " : "A ") + reference.id());
    }

    private static Trace trace() {
        return Trace.of(Long.toString(ThreadLocalRandom.current().nextLong(1_000_000)));
    }

    private void say(String line) {
        synchronized (out) {
            out.print(line + "\n");
            out.flush();
        }
    }
}
