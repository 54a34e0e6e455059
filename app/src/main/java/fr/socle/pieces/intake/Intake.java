package fr.socle.pieces.intake;

import fr.socle.pieces.Accepted;
import fr.socle.pieces.PieceId;
import fr.socle.pieces.Reception;
import fr.socle.pieces.depot.Depot;
import fr.socle.pieces.seal.SealingStream;
import fr.socle.pieces.seal.Vault;
import fr.socle.pieces.type.Detector;
import fr.socle.pieces.type.FileKind;
import fr.socle.pieces.type.FileName;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.stereotype.Component;

/**
 * Takes a file from a stream into the depot: typed by its first bytes, sealed chunk by chunk,
 * digested on the way, in two buffers of 64 KiB whatever its size.
 */
@Component
public class Intake {

    private final Depot depot;
    private final Vault vault;
    private final Detector detector = new Detector();

    Intake(Depot depot, Vault vault) {
        this.depot = depot;
        this.vault = vault;
    }

    /**
     * @param limit in bytes
     */
    public Taken take(
            PieceId id, InputStream source, FileName name, Accepted accepted, long limit) {
        var incoming = new Incoming(source, limit);
        try {
            var head = incoming.head(Detector.HEAD_BYTES);
            if (head.length == 0) {
                return new Taken.Not(new Reception.Empty());
            }
            var type = detector.byHead(head, name);
            return type.equals(FileKind.ZIP.type()) || accepted.accepts(type)
                    ? store(id, head, incoming, type, accepted)
                    : new Taken.Not(new Reception.TypeNotAccepted(type, accepted));
        } catch (Incoming.Lost gone) {
            return new Taken.Not(new Reception.Interrupted());
        } catch (Incoming.TooMuch more) {
            return new Taken.Not(new Reception.TooLarge(limit));
        } catch (IOException failed) {
            throw new UncheckedIOException("the depot does not take the file " + id, failed);
        }
    }

    private Taken store(
            PieceId id, byte[] head, Incoming incoming, String byHead, Accepted accepted)
            throws IOException, Incoming.Lost, Incoming.TooMuch {
        var key = vault.freshKey();
        seal(id, key, head, incoming);
        var type =
                byHead.equals(FileKind.ZIP.type()) ? insideZip(id, key, incoming.total()) : byHead;
        if (!accepted.accepts(type)) {
            depot.delete(id);
            return new Taken.Not(new Reception.TypeNotAccepted(type, accepted));
        }
        return new Taken.InDepot(vault.sealKey(id, key), type, incoming.total(), incoming.digest());
    }

    private void seal(PieceId id, byte[] key, byte[] head, Incoming incoming)
            throws IOException, Incoming.Lost, Incoming.TooMuch {
        try (var draft = depot.draft(id)) {
            var sealing = new SealingStream(draft.output(), key, id.value());
            sealing.write(head);
            var buffer = new byte[Detector.HEAD_BYTES];
            for (int now = incoming.read(buffer, 0); now >= 0; now = incoming.read(buffer, 0)) {
                sealing.write(buffer, 0, now);
            }
            sealing.finish();
            draft.keep();
        }
    }

    private String insideZip(PieceId id, byte[] key, long size) throws IOException {
        try (var content = vault.openWith(id, key, size)) {
            return detector.insideZip(content);
        }
    }
}
