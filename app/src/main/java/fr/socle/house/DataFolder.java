package fr.socle.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The folder of what a node keeps outside the database. Only its owner may read it. */
public final class DataFolder {

    private static final Set<PosixFilePermission> FILE =
            PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> FOLDER =
            PosixFilePermissions.fromString("rwx------");

    private final Path root;

    public DataFolder(Path root) {
        this.root = root.toAbsolutePath().normalize();
        createPrivate(this.root);
    }

    public Path root() {
        return root;
    }

    /** A folder under the data folder, made if it is missing. */
    public Path folder(String name) {
        var folder = root.resolve(name);
        createPrivate(folder);
        try {
            // because an earlier version, or another program, may have made it for everyone
            Files.setPosixFilePermissions(folder, FOLDER);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot keep " + folder + " private", failed);
        }
        return folder;
    }

    /** Makes this file if it is missing; only its owner may read it, whoever made it. */
    public void keepPrivate(String name) {
        var file = root.resolve(name);
        try {
            if (!Files.exists(file)) {
                Files.createFile(file, PosixFilePermissions.asFileAttribute(FILE));
            }
            Files.setPosixFilePermissions(file, FILE);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot keep " + file + " private", failed);
        }
    }

    public Optional<byte[]> read(String name) {
        var file = root.resolve(name);
        try {
            return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + file, unreadable);
        }
    }

    /**
     * Replaces a small file as one step: after a power cut the old content is there or the new,
     * never a part.
     */
    public void write(String name, byte[] content) {
        var file = root.resolve(name);
        var folder = Objects.requireNonNull(file.getParent());
        createPrivate(folder);
        var draft = draft(file);
        try {
            writeDurably(draft, content);
            Files.move(
                    draft,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            sync(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot write " + file, failed);
        }
    }

    /**
     * What the file holds; made with this content if it is missing. Of several nodes that make it
     * at the same time in a folder that they share, all get what the first one wrote.
     */
    public byte[] once(String name, byte[] fresh) {
        var file = root.resolve(name);
        if (Files.notExists(file)) {
            var folder = Objects.requireNonNull(file.getParent());
            createPrivate(folder);
            var draft = draft(file);
            try {
                writeDurably(draft, fresh);
                link(draft, file);
                Files.delete(draft);
                sync(folder);
            } catch (IOException failed) {
                throw new UncheckedIOException("cannot write " + file, failed);
            }
        }
        return read(name).orElseThrow();
    }

    /** A second name for the same content appears in one step, and replaces nothing. */
    private static void link(Path draft, Path file) throws IOException {
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException another) {
            // it was faster, and its content counts
        }
    }

    /** Of this writer alone: another node may write the same file. */
    private static Path draft(Path file) {
        return file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".new");
    }

    private static void writeDurably(Path file, byte[] content) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(FILE));
        Files.write(file, content);
        sync(file);
    }

    private static void sync(Path path) throws IOException {
        var option = Files.isDirectory(path) ? StandardOpenOption.READ : StandardOpenOption.WRITE;
        try (var channel = FileChannel.open(path, option)) {
            channel.force(true);
        }
    }

    private static void createPrivate(Path folder) {
        try {
            Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(FOLDER));
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot create the folder " + folder, failed);
        }
    }
}
