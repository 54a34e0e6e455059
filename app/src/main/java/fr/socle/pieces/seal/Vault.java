package fr.socle.pieces.seal;

import fr.socle.house.Keyring;
import fr.socle.pieces.PieceId;
import fr.socle.pieces.depot.Depot;
import java.io.IOException;
import org.springframework.stereotype.Component;

/** Opens sealed files: the depot has them, the keyring their keys. */
@Component
public class Vault {

    private final Depot depot;
    private final Keyring keyring;

    Vault(Depot depot, Keyring keyring) {
        this.depot = depot;
        this.keyring = keyring;
    }

    /** A key for one file. */
    public byte[] freshKey() {
        return keyring.freshKey();
    }

    /** The key as the row holds it. */
    public byte[] sealKey(PieceId id, byte[] key) {
        return keyring.seal(context(id), key);
    }

    /**
     * @param size of the plain content, as the row knows it
     * @throws java.nio.file.NoSuchFileException if the file is gone
     * @throws ChangedFile if it is not as it was written
     */
    public Content open(PieceId id, byte[] sealedKey, long size) throws IOException {
        return openWith(id, keyring.open(context(id), sealedKey), size);
    }

    /** Opens a file whose key is still in the hand. */
    public Content openWith(PieceId id, byte[] key, long size) throws IOException {
        var stored = depot.open(id);
        try {
            return new SealedFile(stored, key, id.value(), size);
        } catch (IOException changed) {
            stored.close();
            throw changed;
        }
    }

    private static String context(PieceId id) {
        return "pieces.key:" + id;
    }
}
