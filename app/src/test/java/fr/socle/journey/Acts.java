package fr.socle.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * What persons were told is done, one line each, in a file of the test's own process: durable here
 * before the person goes on, so that no death elsewhere can take it back.
 */
final class Acts implements AutoCloseable {

    /** What a person can be told, in the order in which a dossier lives it. */
    enum What {
        DRAFT_SAVED,
        DEPOSITED,
        CORRECTION_ASKED,
        CORRECTED,
        DECIDED,
        OPINION_GIVEN
    }

    /**
     * @param dossier its number, or its address while it has none
     * @param child by whose name the dossier is recognised
     */
    record Act(What what, String dossier, String child) {

        private static Act read(String line) {
            var parts = line.split("\t", -1);
            return new Act(What.valueOf(parts[0]), parts[1], parts[2]);
        }

        private String line() {
            return String.join("\t", what.name(), dossier, child) + "\n";
        }
    }

    private final Path file;
    private final FileChannel channel;

    Acts(Path file) throws IOException {
        this.file = file;
        this.channel =
                FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    synchronized void told(What what, String dossier, String child) {
        try {
            var line = new Act(what, dossier, child).line();
            channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
            channel.force(false);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    List<Act> all() throws IOException {
        return Files.readAllLines(file).stream().map(Act::read).toList();
    }

    List<Act> all(What what) throws IOException {
        return all().stream().filter(it -> it.what() == what).toList();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
