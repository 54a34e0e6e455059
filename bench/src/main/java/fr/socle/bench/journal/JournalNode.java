package fr.socle.bench.journal;

import fr.socle.bench.journal.Callers.Way;
import fr.socle.bench.measure.Node;
import fr.socle.bench.measure.ServerCpu;
import fr.socle.bench.report.Results;
import fr.socle.bench.report.Section;
import fr.socle.journal.Journal;
import fr.socle.journal.store.LogHead;
import fr.socle.journal.store.LogStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The node of the journal's bench: the application with the callers in the same process, because
 * the journal has no door for others.
 */
final class JournalNode {

    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    private final Plan plan;
    private final Path data;
    private final ConfigurableApplicationContext context;
    private final LogStore logs;
    private final JdbcClient db;
    private final Callers callers;
    private final Way group;
    private final Way each;

    private JournalNode(Plan plan, Path data, ConfigurableApplicationContext context) {
        this.plan = plan;
        this.data = data;
        this.context = context;
        this.logs = context.getBean(LogStore.class);
        this.db = context.getBean(JdbcClient.class);
        this.callers = new Callers(plan.callers(), plan.seed());
        var journal = context.getBean(Journal.class);
        var transaction =
                new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
        this.group = Way.groupCommit(journal);
        this.each = Way.transactionEach(journal, transaction);
    }

    /**
     * @param args the data folder, the file of the {@link Plan}, the file to write the {@link
     *     Measured} to
     */
    public static void main(String[] args) throws Exception {
        var plan = Results.read(Path.of(args[1]), Plan.class);
        var data = Path.of(args[0]);
        try (var context = Node.open(data)) {
            Results.write(Path.of(args[2]), new JournalNode(plan, data, context).measure());
        }
        System.exit(0);
    }

    private Measured measure() throws InterruptedException {
        say("mise en température : %,d écritures de chaque sorte".formatted(plan.warmup()));
        callers.times(plan.warmup(), group);
        callers.times(plan.warmup(), each);
        while (pending() > 0) {
            Thread.sleep(LOOK_EVERY);
        }
        var generator = generator();
        var groups = new Section.Rounds("group");
        var eaches = new Section.Rounds("each");
        for (var round = 1; round <= plan.rounds(); round++) {
            say("tour %d/%d".formatted(round, plan.rounds()));
            window(group).into(groups);
            window(each).into(eaches);
        }
        return new Measured(groups.section(), eaches.section(), generator, apart());
    }

    private Window window(Way way) throws InterruptedException {
        var before = head();
        var cpu = cpu();
        var began = System.nanoTime();
        try (var watch = new IntegrationWatch(db)) {
            var answered = callers.during(plan.time(), way, watch);
            var writing = Duration.ofNanos(System.nanoTime() - began);
            var meanwhile = head().size() - before.size();
            reach(before.size() + answered.count());
            var emptied = Duration.ofNanos(System.nanoTime() - began);
            var spent = cpu().since(cpu);
            return new Window(answered, writing, emptied, meanwhile, spent, watch.finish());
        }
    }

    /** What the callers themselves cost: the same entries, written nowhere. */
    private double generator() {
        callers.times(plan.warmup(), Way.nothing());
        var count = 10L * plan.warmup();
        var before = cpu();
        callers.times(count, Way.nothing());
        return cpu().since(before).javaPer(count);
    }

    /** Writing without integration, then integration without writing. */
    private Measured.Apart apart() throws InterruptedException {
        var engine = context.getBean("fr.socle.journal.publish.Engine", SmartLifecycle.class);
        engine.stop();
        var writing = List.of(writingAlone(group), writingAlone(each));
        var waiting = pending();
        var before = cpu();
        var size = head().size();
        engine.start();
        reach(size + waiting);
        return new Measured.Apart(
                writing.get(0), writing.get(1), Measured.Cost.of(cpu().since(before), waiting));
    }

    private Measured.Cost writingAlone(Way way) {
        var before = cpu();
        var answered = callers.during(plan.time().dividedBy(2), way, _ -> {});
        return Measured.Cost.of(cpu().since(before), answered.count());
    }

    /** Waits until the log has this size: then nothing that was written before is pending. */
    private void reach(long size) throws InterruptedException {
        while (head().size() < size) {
            Thread.sleep(LOOK_EVERY);
        }
    }

    private long pending() {
        return db.sql("SELECT count(*) FROM journal.pending").query(Long.class).single();
    }

    private LogHead head() {
        return logs.current().orElseThrow();
    }

    private ServerCpu cpu() {
        return ServerCpu.now(ProcessHandle.current().pid(), data);
    }

    private static void say(String progress) {
        System.out.println("  " + progress);
    }
}
