package fr.socle.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Says that one process owns the data folder. The system lets go of it when that process dies,
 * however it dies.
 */
final class DataLock implements AutoCloseable {

    private final FileChannel channel;
    private final FileLock lock;

    private DataLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /** The lock, unless another process has it. */
    static Optional<DataLock> tryTake(DataFolder folder) {
        try {
            var channel =
                    FileChannel.open(
                            folder.root().resolve("verrou"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            var lock = tryLock(channel);
            if (lock.isEmpty()) {
                channel.close();
            }
            return lock.map(it -> new DataLock(channel, it));
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot lock " + folder.root(), failed);
        }
    }

    private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException ours) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot release the lock of the data folder", failed);
        }
    }
}
