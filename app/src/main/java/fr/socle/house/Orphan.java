package fr.socle.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A postmaster that outlived the process which started it. It holds the data folder's lock, so the
 * next start would fail. It is stopped by SIGINT, PostgreSQL's fast shutdown, which loses nothing
 * that was committed.
 */
record Orphan(ProcessHandle postmaster) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /**
     * The orphan that works in this folder, told by {@code postmaster.pid} and by its own command
     * line.
     */
    static Optional<Orphan> of(Path state) {
        var lock = state.resolve("postmaster.pid");
        if (!Files.exists(lock)) {
            return Optional.empty();
        }
        try {
            var lines = Files.readAllLines(lock);
            return lines.size() < 2 || !Path.of(lines.get(1)).equals(state)
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                            .filter(Orphan::isPostgres)
                            .map(Orphan::new);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + lock, unreadable);
        }
    }

    void stop() {
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(postmaster.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
            postmaster.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (IOException | ExecutionException | TimeoutException failed) {
            throw new IllegalStateException(
                    "a PostgreSQL left behind (process " + postmaster.pid() + ") does not stop",
                    failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** A process id may have been given to something else since. */
    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().map(it -> it.endsWith("postgres")).orElse(false);
    }
}
