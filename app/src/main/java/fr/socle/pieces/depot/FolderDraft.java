package fr.socle.pieces.depot;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Set;

/** A file under a temporary name: forced to the disk, then renamed, then its folders forced. */
final class FolderDraft implements Draft {

    private final Path draft;
    private final Path target;
    private final FileChannel channel;

    FolderDraft(Path draft, Path target) throws IOException {
        this.draft = draft;
        this.target = target;
        this.channel =
                FileChannel.open(
                        draft,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
    }

    @Override
    public OutputStream output() {
        return Channels.newOutputStream(channel);
    }

    @Override
    public void keep() throws IOException {
        channel.force(true);
        var folder = Objects.requireNonNull(target.getParent());
        createDurably(folder);
        Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        sync(folder);
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(draft);
    }

    /** A new folder is durable once its parent was forced. */
    private static void createDurably(Path folder) throws IOException {
        var missing = new ArrayList<Path>();
        for (var it = folder; it != null && !Files.exists(it); it = it.getParent()) {
            missing.addFirst(it);
        }
        Files.createDirectories(folder);
        for (var made : missing) {
            sync(Objects.requireNonNull(made.getParent()));
        }
    }

    static void sync(Path folder) throws IOException {
        try (var it = FileChannel.open(folder, StandardOpenOption.READ)) {
            it.force(true);
        }
    }
}
