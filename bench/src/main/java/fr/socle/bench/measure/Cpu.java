package fr.socle.bench.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The CPU time that processes used since they began, from {@code /proc/<pid>/stat} (proc(5)): user
 * and system together.
 */
public final class Cpu {

    private static final long NANOS_PER_TICK = 1_000_000_000L / ticksPerSecond();

    /** Fields 14 to 17 of proc_pid_stat(5), counted from the state, which is field 3. */
    private static final int USER = 11;

    private static final int SYSTEM = 12;
    private static final int USER_OF_REAPED = 13;
    private static final int SYSTEM_OF_REAPED = 14;

    private Cpu() {}

    public static Duration of(long pid) {
        var fields = fields(pid);
        return ticks(fields, USER, SYSTEM);
    }

    /**
     * A postmaster and all its children. A connection or an autovacuum worker that ended counts
     * still: the postmaster has waited for it, so its time stands in the postmaster's own line.
     */
    public static Duration ofPostgres(long postmaster) {
        var total = ticks(fields(postmaster), USER, SYSTEM, USER_OF_REAPED, SYSTEM_OF_REAPED);
        for (var child : children(postmaster)) {
            try {
                total = total.plus(of(child));
            } catch (UncheckedIOException ended) {
                // between the listing and the reading; the next reading finds it in the postmaster
            }
        }
        return total;
    }

    private static long[] children(long pid) {
        return ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::descendants)
                .mapToLong(ProcessHandle::pid)
                .toArray();
    }

    /**
     * The name of the program may hold spaces and parentheses; what follows the last one is plain.
     */
    private static String[] fields(long pid) {
        try {
            var line = Files.readString(Path.of("/proc/" + pid + "/stat"));
            return line.substring(line.lastIndexOf(')') + 2).split(" ");
        } catch (IOException gone) {
            throw new UncheckedIOException("process " + pid + " is not there", gone);
        }
    }

    private static Duration ticks(String[] fields, int... wanted) {
        var ticks = 0L;
        for (var field : wanted) {
            ticks += Long.parseLong(fields[field]);
        }
        return Duration.ofNanos(ticks * NANOS_PER_TICK);
    }

    private static long ticksPerSecond() {
        try {
            var getconf = new ProcessBuilder("getconf", "CLK_TCK").start();
            return Long.parseLong(
                    new String(getconf.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
                            .strip());
        } catch (IOException missing) {
            throw new UncheckedIOException("getconf is not there", missing);
        }
    }
}
