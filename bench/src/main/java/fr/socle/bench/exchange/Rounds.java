package fr.socle.bench.exchange;

import fr.socle.bench.measure.Cpu;
import fr.socle.bench.measure.ServerCpu;
import fr.socle.bench.page.QueryCounter;
import fr.socle.bench.report.Limit;
import fr.socle.bench.report.Section;
import fr.socle.bench.start.Resident;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rounds: each side in turn, at full speed and then at half of it. */
final class Rounds {

    private static final String CPU = "processeur par échange, Java et PostgreSQL";
    private static final String RATE = "échanges";
    private static final String P99 = "durée à mi-charge, p99";
    private static final String MEMORY = "mémoire de Java";
    private static final int MICROS = 400;
    private static final int PER_SECOND = 2_000;
    private static final int ADDED_MILLIS = 10;
    private static final double FLAT = 1.15;
    private static final int TENTHS = 10;

    private final ExchangePlan plan;
    private final Sides sides;
    private final PrintStream progress;
    private final Section.Rounds gateway = new Section.Rounds("la passerelle");
    private final Map<Peer, Section.Rounds> peers = new LinkedHashMap<>();
    private final Section.Rounds parts = new Section.Rounds("où cela passe, Java et PostgreSQL");
    private final Section.Rounds lasting = new Section.Rounds("la mémoire dans la durée");

    Rounds(ExchangePlan plan, Sides sides, PrintStream progress) {
        this.plan = plan;
        this.sides = sides;
        this.progress = progress;
        sides.peers().forEach(it -> peers.put(it, new Section.Rounds(it.title())));
    }

    List<Section> sections() throws SQLException, IOException, InterruptedException {
        warm();
        for (int round = 1; round <= plan.rounds(); round++) {
            progress.println("  tour %d/%d".formatted(round, plan.rounds()));
            var half = full();
            latencies(half);
            parts();
        }
        var all = new ArrayList<Section>();
        all.add(gateway.section());
        peers.values().forEach(it -> all.add(it.section()));
        all.add(parts.section());
        if (plan.lasting() > 0) {
            last();
            all.add(lasting.section());
        }
        return all;
    }

    private void warm() {
        progress.println("  mise en température : %,d de chaque sorte".formatted(plan.warmup()));
        sides.exchanges(plan).times(plan.warmup());
        sides.peers().forEach(it -> sides.direct(plan, it).times(plan.warmup()));
        var some = Math.max(1, plan.warmup() / TENTHS);
        for (var each :
                List.of(sides.refusals(plan), sides.mistakes(plan), sides.strangers(plan))) {
            each.times(some);
        }
    }

    /** At full speed; gives half of what the gateway reached. */
    private int full() throws SQLException, IOException, InterruptedException {
        var node = sides.gateway();
        double reached;
        try (var queries = new QueryCounter(node.data())) {
            var asked = queries.count();
            var before = ServerCpu.now(node.pid(), node.data());
            var answered = sides.exchanges(plan).during(plan.time());
            var cpu = ServerCpu.now(node.pid(), node.data()).since(before);
            var count = answered.count();
            reached = answered.perSecond();
            gateway.add(RATE, "/s", reached)
                    .add("processeur par échange, Java", "µs", cpu.javaPer(count))
                    .add("processeur par échange, PostgreSQL", "µs", cpu.postgresPer(count))
                    .add(CPU, "µs", cpu.per(count))
                    .add("transactions par échange", "", (queries.count() - asked) / (double) count)
                    .add(MEMORY, "Mo", Resident.megabytes(node.pid()));
        }
        peers.forEach(this::peer);
        return plan.rate() > 0 ? plan.rate() : Math.max(1, (int) (reached / 2));
    }

    private void peer(Peer peer, Section.Rounds into) {
        var before = Cpu.of(peer.process().pid());
        var answered = sides.direct(plan, peer).during(plan.time());
        var cpu = Cpu.of(peer.process().pid()).minus(before);
        into.add(RATE, "/s", answered.perSecond())
                .add("processeur par échange", "µs", cpu.toNanos() / 1e3 / answered.count());
    }

    private void latencies(int rate) {
        paced(sides.exchanges(plan), rate, gateway);
        peers.forEach((peer, into) -> paced(sides.direct(plan, peer), rate, into));
    }

    private void paced(Traffic traffic, int rate, Section.Rounds into) {
        var latencies = traffic.paced(rate, plan.time()).latencies();
        into.add("durée à mi-charge, p50", "ms", latencies.percentile(50))
                .add(P99, "ms", latencies.percentile(99));
    }

    private void parts() {
        var time = plan.time().dividedBy(2);
        part("jeton refusé : le serveur web", sides.strangers(plan), time);
        part("paramètre refusé : et le jeton, le tourniquet", sides.mistakes(plan), time);
        part("refus décidé : et les lectures, une écriture", sides.refusals(plan), time);
        part("échange : et le fournisseur, deux écritures", sides.exchanges(plan), time);
    }

    private void part(String label, Traffic traffic, Duration time) {
        var node = sides.gateway();
        var before = ServerCpu.now(node.pid(), node.data());
        var count = traffic.during(time).count();
        parts.add(label, "µs", ServerCpu.now(node.pid(), node.data()).since(before).per(count));
    }

    private void last() throws IOException {
        progress.println("  %,d échanges de suite".formatted(plan.lasting()));
        for (int tenth = 0; tenth < TENTHS; tenth++) {
            sides.exchanges(plan).times(Math.max(1, plan.lasting() / TENTHS));
            lasting.add(MEMORY, "Mo", Resident.megabytes(sides.gateway().pid()));
        }
    }

    private Section direct() {
        return peers.entrySet().stream()
                .filter(it -> it.getKey().title().equals(Peer.DIRECT))
                .map(it -> it.getValue().section())
                .findFirst()
                .orElseThrow();
    }

    List<Limit> limits() {
        var mine = gateway.section();
        var limits = new ArrayList<Limit>();
        limits.add(Limit.atMost("processeur d’un échange inscrit", mine.median(CPU), MICROS, "µs"));
        limits.add(Limit.atLeast("échanges inscrits", mine.median(RATE), PER_SECOND, "/s"));
        limits.add(
                Limit.atMost(
                        "durée ajoutée à mi-charge, p99",
                        mine.median(P99) - direct().median(P99),
                        ADDED_MILLIS,
                        "ms"));
        if (plan.lasting() > 0) {
            var memory = lasting.section().figure(MEMORY).values();
            limits.add(
                    Limit.atMost(
                            "mémoire à la fin sur mémoire au début",
                            memory.getLast() / memory.getFirst(),
                            FLAT,
                            ""));
        }
        return limits;
    }
}
