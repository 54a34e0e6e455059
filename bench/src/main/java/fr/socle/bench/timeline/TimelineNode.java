package fr.socle.bench.timeline;

import fr.socle.bench.journal.ExchangeGranted;
import fr.socle.bench.measure.EmbeddedPostmaster;
import fr.socle.bench.measure.Latencies;
import fr.socle.bench.measure.Node;
import fr.socle.bench.measure.ServerCpu;
import fr.socle.bench.report.Results;
import fr.socle.bench.report.Section;
import fr.socle.citoyen.usages.Family;
import fr.socle.citoyen.usages.Filter;
import fr.socle.citoyen.usages.Usages;
import fr.socle.journal.Journal;
import fr.socle.kernel.PersonRef;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The node of the timeline's bench: fills the tables, then opens one person's first page. */
final class TimelineNode {

    private static final int LINES = 20;
    private static final int WRITERS = 64;

    private final TimelinePlan plan;
    private final Path data;
    private final Journal journal;
    private final Usages usages;
    private final PersonRef person = PersonRef.fresh(new SecureRandom());

    private TimelineNode(TimelinePlan plan, Path data, ConfigurableApplicationContext context) {
        this.plan = plan;
        this.data = data;
        this.journal = context.getBean(Journal.class);
        this.usages = context.getBean(Usages.class);
    }

    /**
     * @param args the data folder, the file of the {@link TimelinePlan}, the file to write {@link
     *     Opened} to
     */
    public static void main(String[] args) throws Exception {
        var plan = Results.read(Path.of(args[1]), TimelinePlan.class);
        var data = Path.of(args[0]);
        try (var context = Node.open(data)) {
            Results.write(Path.of(args[2]), new TimelineNode(plan, data, context).measure());
        }
        System.exit(0);
    }

    private Opened measure() throws InterruptedException, SQLException, IOException {
        System.out.println("  la personne : %,d lignes".formatted(plan.own()));
        own();
        var sections = new ArrayList<Section>();
        // a connection of its own, because the house's give up a statement that takes minutes
        try (var connection = EmbeddedPostmaster.in(data).orElseThrow().connect()) {
            var db = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            var others = new Others(db, person);
            for (var size : plan.sizes()) {
                System.out.println("  tous : %,d lignes".formatted(size));
                others.fill(size, plan.own());
                sections.add(opened("première page, parmi %,d lignes".formatted(size)));
            }
        }
        return new Opened(sections);
    }

    /** Real entries, sealed with the person's key, that have reached the person's file. */
    private void own() throws InterruptedException {
        try (var writers = Executors.newFixedThreadPool(WRITERS)) {
            for (int i = 0; i < plan.own(); i++) {
                var number = i;
                writers.execute(() -> journal.appendAlone(new ExchangeGranted(person, number)));
            }
        }
        while (usages.count(person, everything()) < plan.own()) {
            Thread.sleep(Duration.ofMillis(200));
        }
    }

    private static Filter everything() {
        return new Filter(
                EnumSet.complementOf(EnumSet.of(Family.CONNEXIONS)), Optional.<String>empty());
    }

    private Section opened(String title) {
        var rounds = new Section.Rounds(title);
        open(new Latencies());
        for (int round = 0; round < plan.rounds(); round++) {
            var latencies = new Latencies();
            var before = ServerCpu.now(ProcessHandle.current().pid(), data);
            for (int i = 0; i < plan.openings(); i++) {
                open(latencies);
            }
            var spent = ServerCpu.now(ProcessHandle.current().pid(), data).since(before);
            rounds.add(TimelineBench.P50, "ms", latencies.percentile(50))
                    .add("durée, p99", "ms", latencies.percentile(99))
                    .add("processeur, Java", "ms", spent.javaPer(plan.openings()) / 1e3)
                    .add("processeur, PostgreSQL", "ms", spent.postgresPer(plan.openings()) / 1e3);
        }
        return rounds.section();
    }

    /** As the page reads. */
    private void open(Latencies latencies) {
        var began = System.nanoTime();
        var all = usages.count(person, everything());
        var page = usages.page(person, everything(), LINES, 0);
        var organisations = usages.organisations(person);
        latencies.add(System.nanoTime() - began);
        if (all != plan.own() || page.size() != LINES || organisations.isEmpty()) {
            throw new IllegalStateException("the person's file is not whole");
        }
    }
}
