package fr.socle.journal.log;

import fr.socle.house.Keyring;
import fr.socle.journal.format.NoteSigner;
import fr.socle.journal.format.VerifierKey;
import fr.socle.journal.store.LogHead;
import org.springframework.stereotype.Component;

/** The signing keys of the logs, sealed in the database under the master key. */
@Component
public class LogKeys {

    private static final String CONTEXT = "journal.signing-key";

    private final Keyring keyring;

    LogKeys(Keyring keyring) {
        this.keyring = keyring;
    }

    NoteSigner fresh(String origin) {
        return NoteSigner.fresh(origin, VerifierKey.Type.LOG);
    }

    byte[] seal(NoteSigner signer) {
        return keyring.seal(CONTEXT, signer.secret());
    }

    public NoteSigner signer(LogHead head) {
        return NoteSigner.of(head.verifier(), keyring.open(CONTEXT, head.sealedKey()));
    }
}
