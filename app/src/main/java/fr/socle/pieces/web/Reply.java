package fr.socle.pieces.web;

import fr.socle.pieces.Piece;
import fr.socle.pieces.type.FileName;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** How a request for a readable piece is answered, before any byte of it is touched. */
sealed interface Reply {

    /** Writes the status and the headers. */
    void head(Piece piece, HttpServletResponse response);

    /** Bytes leave: all of them, or a range. */
    record Data(long first, long length, boolean part, boolean show) implements Reply {

        @Override
        public void head(Piece piece, HttpServletResponse response) {
            describe(piece, response, show);
            response.setStatus(part ? 206 : 200);
            response.setContentLengthLong(length);
            if (part) {
                response.setHeader(
                        "Content-Range", new ByteRange.Part(first, length).header(piece.size()));
            }
        }
    }

    /** HEAD: what a GET would say. */
    record HeadOnly(Data data) implements Reply {
        @Override
        public void head(Piece piece, HttpServletResponse response) {
            data.head(piece, response);
        }
    }

    /** The reader has it already. */
    record NotModified() implements Reply {
        @Override
        public void head(Piece piece, HttpServletResponse response) {
            response.setStatus(304);
            response.setHeader("ETag", etag(piece));
            response.setHeader("Cache-Control", "private, no-store");
        }
    }

    record NoSuchRange() implements Reply {
        @Override
        public void head(Piece piece, HttpServletResponse response) {
            response.setStatus(416);
            response.setHeader("Content-Range", "bytes */" + piece.size());
            response.setHeader("Cache-Control", "private, no-store");
        }
    }

    static Reply to(Piece piece, HttpServletRequest request) {
        if (names(request.getHeader("If-None-Match"), piece)) {
            return new NotModified();
        }
        boolean show = request.getParameter("apercu") != null;
        boolean head = request.getMethod().equals("HEAD");
        return switch (ByteRange.read(wantedRange(piece, request), piece.size())) {
            case ByteRange.Unsatisfiable _ -> new NoSuchRange();
            case ByteRange.Whole _ -> data(new Data(0, piece.size(), false, show), head);
            case ByteRange.Part(var first, var length) ->
                    data(new Data(first, length, true, show), head);
        };
    }

    private static Reply data(Data data, boolean head) {
        return head ? new HeadOnly(data) : data;
    }

    /** A range of another content than the reader holds would be of no use: then all is sent. */
    private static @Nullable String wantedRange(Piece piece, HttpServletRequest request) {
        var ifRange = request.getHeader("If-Range");
        boolean same = ifRange == null || ifRange.strip().equals(etag(piece));
        return same && !request.getMethod().equals("HEAD") ? request.getHeader("Range") : null;
    }

    /** A piece never changes, so its id tells its content; the digest would tell too much. */
    static String etag(Piece piece) {
        return "\"" + piece.id() + "\"";
    }

    private static boolean names(@Nullable String ifNoneMatch, Piece piece) {
        return ifNoneMatch != null
                && Arrays.stream(ifNoneMatch.split(","))
                        .map(it -> it.strip().replaceFirst("^W/", ""))
                        .anyMatch(it -> it.equals("*") || it.equals(etag(piece)));
    }

    private static void describe(Piece piece, HttpServletResponse response, boolean show) {
        var name = new FileName(piece.name()).givenOutAs(piece.type());
        response.setContentType(piece.type());
        response.setHeader("Content-Disposition", Disposition.of(name, piece.type(), show));
        response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "private, no-store");
        response.setHeader("Accept-Ranges", "bytes");
        response.setHeader("ETag", etag(piece));
    }
}
