package fr.socle.bench.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * On what the figures were taken.
 *
 * @param memory in gigabytes
 * @param load the mean number of processes that wanted a core during the last minute, before the
 *     bench began: above zero, something else was running
 */
public record Machine(
        String processor, int cores, double memory, String kernel, String java, double load) {

    public static Machine present() {
        return new Machine(
                valueOf(Path.of("/proc/cpuinfo"), "model name"),
                Runtime.getRuntime().availableProcessors(),
                Long.parseLong(valueOf(Path.of("/proc/meminfo"), "MemTotal").replaceAll("\\D", ""))
                        / 1e6,
                System.getProperty("os.version", "?"),
                Runtime.version().toString(),
                Double.parseDouble(read(Path.of("/proc/loadavg")).split(" ")[0]));
    }

    public String sentence() {
        return String.format(
                Locale.FRENCH,
                "%d cœurs %s, %.0f Go, Linux %s, Java %s, charge de départ %.1f",
                cores,
                processor,
                memory,
                kernel,
                java,
                load);
    }

    private static String valueOf(Path file, String name) {
        return read(file)
                .lines()
                .filter(it -> it.startsWith(name))
                .map(it -> it.substring(it.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("?");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the benches need Linux's " + file, unreadable);
        }
    }
}
