package fr.socle.pieces.depot;

import fr.socle.pieces.PieceId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Sealed files in a folder, two levels deep by the first digits of the id ({@code ab/cd/abcd…}): no
 * folder grows beyond what file systems like. Drafts lie in {@code brouillons}, on the same file
 * system, so that the rename is atomic.
 */
public final class FolderDepot implements Depot {

    private static final String DRAFTS = "brouillons";
    private static final FileAttribute<?> PRIVATE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Path root;
    private final Path drafts;

    public FolderDepot(Path root) {
        this.root = root;
        this.drafts = root.resolve(DRAFTS);
        try {
            Files.createDirectories(drafts, PRIVATE);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot create the folder " + drafts, failed);
        }
    }

    @Override
    public Draft draft(PieceId id) throws IOException {
        return new FolderDraft(drafts.resolve(id.toString()), place(id));
    }

    @Override
    public Stored open(PieceId id) throws IOException {
        return new FolderStored(FileChannel.open(place(id), StandardOpenOption.READ));
    }

    @Override
    public boolean has(PieceId id) {
        return Files.exists(place(id));
    }

    @Override
    public void delete(PieceId id) throws IOException {
        if (Files.deleteIfExists(place(id))) {
            FolderDraft.sync(Objects.requireNonNull(place(id).getParent()));
        }
    }

    @Override
    public void forEachOlderThan(Instant time, Consumer<PieceId> reader) throws IOException {
        Files.walkFileTree(
                root,
                new Walk(drafts) {
                    @Override
                    void file(Path file, BasicFileAttributes attributes) {
                        if (attributes.lastModifiedTime().toInstant().isBefore(time)) {
                            PieceId.read(file.getFileName().toString()).ifPresent(reader);
                        }
                    }
                });
    }

    @Override
    public int dropDraftsOlderThan(Instant time) throws IOException {
        int dropped = 0;
        try (var left = Files.newDirectoryStream(drafts)) {
            for (var draft : left) {
                if (Files.getLastModifiedTime(draft).toInstant().isBefore(time)) {
                    Files.deleteIfExists(draft);
                    dropped++;
                }
            }
        }
        return dropped;
    }

    @Override
    public long freeBytes() {
        try {
            return Files.getFileStore(root).getUsableSpace();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot ask for the room in " + root, unreadable);
        }
    }

    private Path place(PieceId id) {
        var name = id.toString();
        return root.resolve(name.substring(0, 2)).resolve(name.substring(2, 4)).resolve(name);
    }

    /** Sees every file but the drafts; one that vanishes meanwhile is no error. */
    private abstract static class Walk extends SimpleFileVisitor<Path> {

        private final Path leftOut;

        Walk(Path leftOut) {
            this.leftOut = leftOut;
        }

        abstract void file(Path file, BasicFileAttributes attributes);

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return folder.equals(leftOut) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            file(file, attributes);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failed) throws IOException {
            if (failed instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw failed;
        }
    }
}
