package fr.socle.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** PostgreSQL's first process, which holds the lock of the folder where it works. */
record Postmaster(ProcessHandle process) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** The one that works in this folder, told by {@code postmaster.pid} and by its own command. */
    static Optional<Postmaster> of(Path state) {
        var lock = state.resolve("postmaster.pid");
        try {
            var lines = Files.readAllLines(lock);
            return lines.size() < 2 || !Path.of(lines.get(1)).equals(state)
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                            .map(Postmaster::new)
                            .filter(Postmaster::runs);
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + lock, unreadable);
        }
    }

    /**
     * Not so when its process id was given to something else since, nor when it is dead and nobody
     * has asked for its exit code.
     */
    boolean runs() {
        return process.isAlive()
                && process.info().command().map(it -> it.endsWith("postgres")).orElse(false);
    }

    /**
     * Stops one that outlived the process which started it, by SIGINT: PostgreSQL's fast shutdown,
     * which loses nothing that was committed.
     */
    void stop() {
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
            process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (IOException | ExecutionException | TimeoutException failed) {
            throw new IllegalStateException(
                    "a PostgreSQL left behind (process " + process.pid() + ") does not stop",
                    failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
