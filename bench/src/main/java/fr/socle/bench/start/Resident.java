package fr.socle.bench.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The memory that a process has in RAM, from {@code /proc/<pid>/status} (proc(5)). */
public final class Resident {

    private static final double KB_PER_MB = 1000;

    private Resident() {}

    /** In megabytes of a million bytes; the kernel counts in units of 1024 bytes. */
    public static double megabytes(long pid) throws IOException {
        return Files.readString(Path.of("/proc/" + pid + "/status"))
                        .lines()
                        .filter(it -> it.startsWith("VmRSS:"))
                        .mapToLong(it -> Long.parseLong(it.replaceAll("\\D", "")))
                        .findFirst()
                        .orElseThrow()
                * 1.024
                / KB_PER_MB;
    }
}
