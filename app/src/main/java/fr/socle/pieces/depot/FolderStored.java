package fr.socle.pieces.depot;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** A file of the folder; once open it can be read to its end, even if it is deleted meanwhile. */
record FolderStored(FileChannel channel) implements Stored {

    @Override
    public long size() throws IOException {
        return channel.size();
    }

    @Override
    public void read(long at, byte[] into, int length) throws IOException {
        var buffer = ByteBuffer.wrap(into, 0, length);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, at + buffer.position()) < 0) {
                throw new EOFException("the stored file is shorter than it was");
            }
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
