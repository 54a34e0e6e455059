package fr.socle.exchange.delivery;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Counts the bytes of an answer that were taken, and remembers when the client was gone. */
final class WatchedResponse extends HttpServletResponseWrapper {

    private @Nullable ServletOutputStream watched;
    private long announced = -1;
    private long taken;
    private boolean broken;

    WatchedResponse(HttpServletResponse response) {
        super(response);
    }

    /** Whether all bytes were taken: as many as were announced, if any number was. */
    boolean whole() {
        return !broken && (announced < 0 || taken == announced);
    }

    @Override
    public void setHeader(String name, String value) {
        note(name, value);
        super.setHeader(name, value);
    }

    @Override
    public void addHeader(String name, String value) {
        note(name, value);
        super.addHeader(name, value);
    }

    private void note(String name, String value) {
        if (name.equalsIgnoreCase(HttpHeaders.CONTENT_LENGTH)) {
            announced = Long.parseLong(value);
        }
    }

    @Override
    public void setContentLengthLong(long length) {
        announced = length;
        super.setContentLengthLong(length);
    }

    @Override
    public void setContentLength(int length) {
        setContentLengthLong(length);
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        if (watched == null) {
            watched = new Counting(super.getOutputStream());
        }
        return watched;
    }

    /** Some bytes on their way out. */
    private interface Writing {
        void write() throws IOException;
    }

    private void through(Writing writing, int bytes) throws IOException {
        try {
            writing.write();
            taken += bytes;
        } catch (IOException gone) {
            broken = true;
            throw gone;
        }
    }

    private final class Counting extends ServletOutputStream {

        private final ServletOutputStream out;

        private Counting(ServletOutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int one) throws IOException {
            through(() -> out.write(one), 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            through(() -> out.write(bytes, from, length), length);
        }

        @Override
        public void flush() throws IOException {
            through(out::flush, 0);
        }

        @Override
        public boolean isReady() {
            return out.isReady();
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            out.setWriteListener(listener);
        }
    }
}
