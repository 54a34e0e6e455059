package fr.socle.bench.measure;

import java.nio.file.Path;
import java.time.Duration;

/** The CPU time of a node, Java and PostgreSQL apart. */
public record ServerCpu(Duration java, Duration postgres) {

    /**
     * @param data the node's data folder, where its PostgreSQL works
     */
    public static ServerCpu now(long node, Path data) {
        return new ServerCpu(
                Cpu.of(node), Cpu.ofPostgres(EmbeddedPostmaster.in(data).orElseThrow().pid()));
    }

    public ServerCpu since(ServerCpu before) {
        return new ServerCpu(java.minus(before.java), postgres.minus(before.postgres));
    }

    public ServerCpu plus(ServerCpu other) {
        return new ServerCpu(java.plus(other.java), postgres.plus(other.postgres));
    }

    /** Microseconds of Java per operation. */
    public double javaPer(long operations) {
        return java.toNanos() / 1e3 / operations;
    }

    /** Microseconds of PostgreSQL per operation. */
    public double postgresPer(long operations) {
        return postgres.toNanos() / 1e3 / operations;
    }

    public double per(long operations) {
        return javaPer(operations) + postgresPer(operations);
    }
}
