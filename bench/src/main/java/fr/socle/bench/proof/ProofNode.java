package fr.socle.bench.proof;

import fr.socle.bench.journal.Callers;
import fr.socle.bench.journal.Callers.Way;
import fr.socle.bench.measure.Latencies;
import fr.socle.bench.measure.Node;
import fr.socle.bench.measure.ServerCpu;
import fr.socle.bench.report.Results;
import fr.socle.bench.report.Section;
import fr.socle.journal.Audience;
import fr.socle.journal.Hash;
import fr.socle.journal.Journal;
import fr.socle.journal.format.Checkpoint;
import fr.socle.journal.format.LogEntry;
import fr.socle.journal.format.Merkle;
import fr.socle.journal.receipt.Receipts;
import fr.socle.journal.store.CheckpointStore;
import fr.socle.journal.store.ContentStore;
import fr.socle.journal.store.LogStore;
import fr.socle.journal.store.TileStore;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongConsumer;
import org.springframework.context.ConfigurableApplicationContext;

/** The node of the proofs' bench: fills a log, then proves entries drawn from it. */
final class ProofNode {

    private static final int BUILDERS = 256;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final ProofPlan plan;
    private final Path data;
    private final LogStore logs;
    private final TileStore tiles;
    private final ContentStore contents;
    private final CheckpointStore checkpoints;
    private final Receipts receipts;
    private final Journal journal;
    private final SplittableRandom random;

    private ProofNode(ProofPlan plan, Path data, ConfigurableApplicationContext context) {
        this.plan = plan;
        this.data = data;
        this.logs = context.getBean(LogStore.class);
        this.tiles = context.getBean(TileStore.class);
        this.contents = context.getBean(ContentStore.class);
        this.checkpoints = context.getBean(CheckpointStore.class);
        this.receipts = context.getBean(Receipts.class);
        this.journal = context.getBean(Journal.class);
        this.random = new SplittableRandom(plan.seed());
    }

    /**
     * @param args the data folder, the file of the {@link ProofPlan}, the file to write the {@link
     *     Sections} to
     */
    public static void main(String[] args) throws Exception {
        var plan = Results.read(Path.of(args[1]), ProofPlan.class);
        var data = Path.of(args[0]);
        try (var context = Node.open(data)) {
            Results.write(Path.of(args[2]), new ProofNode(plan, data, context).measure());
        }
        System.exit(0);
    }

    private Sections measure() throws InterruptedException {
        System.out.println("  remplissage : %,d entrées".formatted(plan.entries()));
        new Callers(BUILDERS, plan.seed()).times(plan.entries(), Way.groupCommit(journal));
        var log = logs.current().orElseThrow().log();
        var point = published(log);
        System.out.println("  %,d preuves et reçus, à chaque tour".formatted(plan.proofs()));
        var sections =
                List.of(
                        rounds(ProofBench.PROOF, point, it -> inclusion(log, it, point.size())),
                        rounds(ProofBench.RECEIPT, point, it -> receipt(log, it)));
        verify(log, point);
        return new Sections(sections);
    }

    private Section rounds(String title, Checkpoint point, LongConsumer work) {
        var rounds = new Section.Rounds(title);
        round(point, work);
        for (var round = 0; round < plan.rounds(); round++) {
            round(point, work).into(rounds);
        }
        return rounds.section();
    }

    private Round round(Checkpoint point, LongConsumer work) {
        var latencies = new Latencies();
        var postgres = ServerCpu.now(ProcessHandle.current().pid(), data);
        var java = THREADS.getCurrentThreadCpuTime();
        for (var i = 0; i < plan.proofs(); i++) {
            var began = System.nanoTime();
            work.accept(random.nextLong(point.size()));
            latencies.add(System.nanoTime() - began);
        }
        var thread = Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - java);
        var spent = ServerCpu.now(ProcessHandle.current().pid(), data).since(postgres).postgres();
        return new Round(new ServerCpu(thread, spent), latencies);
    }

    private record Round(ServerCpu cpu, Latencies latencies) {

        void into(Section.Rounds rounds) {
            var count = latencies.count();
            rounds.add("fil Java", "µs", cpu.javaPer(count))
                    .add("PostgreSQL", "µs", cpu.postgresPer(count))
                    .add(ProofBench.CPU, "µs", cpu.per(count))
                    .add("durée, p50", "ms", latencies.percentile(50))
                    .add("durée, p99", "ms", latencies.percentile(99));
        }
    }

    private List<Hash> inclusion(int log, long index, long size) {
        return tiles.ask(log, it -> Merkle.inclusion(it, index, size));
    }

    private void receipt(int log, long index) {
        receipts.forReader(log, index, Audience.DPO).orElseThrow().write();
    }

    /** What was timed is also true: some proofs lead to the published root. */
    private void verify(int log, Checkpoint point) {
        for (var i = 0; i < 200; i++) {
            var index = random.nextLong(point.size());
            var entry = contents.find(log, index).orElseThrow().entry();
            var path = inclusion(log, index, point.size());
            var root = Merkle.rootOf(leaf(entry), index, point.size(), path);
            if (!root.equals(point.root())) {
                throw new IllegalStateException("the proof of entry " + index + " is wrong");
            }
        }
    }

    private static Hash leaf(LogEntry entry) {
        return Merkle.leaf(entry.bytes());
    }

    /** The checkpoint that covers everything that was written. */
    private Checkpoint published(int log) throws InterruptedException {
        while (true) {
            var last = checkpoints.last(log).map(it -> Checkpoint.parse(it.note().text()));
            if (last.isPresent() && last.get().size() >= plan.entries()) {
                return last.get();
            }
            Thread.sleep(Duration.ofMillis(100));
        }
    }
}
