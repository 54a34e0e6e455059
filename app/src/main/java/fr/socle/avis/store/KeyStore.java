package fr.socle.avis.store;

import fr.socle.house.Keyring;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The keys of the tokens, sealed by the house; the first node that asks makes them. */
@Component
public class KeyStore {

    private static final String CONTEXT = "avis.token-key.";

    private final JdbcClient db;
    private final Keyring keyring;

    KeyStore(JdbcClient db, Keyring keyring) {
        this.db = db;
        this.keyring = keyring;
    }

    /** The key of this name: 32 bytes, the same for every node and for ever. */
    public byte[] key(String name) {
        db.sql(
                        "INSERT INTO avis.token_key (name, sealed) VALUES (:name, :sealed) ON CONFLICT DO NOTHING")
                .param("name", name)
                .param("sealed", keyring.seal(CONTEXT + name, keyring.freshKey()))
                .update();
        var sealed =
                db.sql("SELECT sealed FROM avis.token_key WHERE name = :name")
                        .param("name", name)
                        .query(byte[].class)
                        .single();
        return keyring.open(CONTEXT + name, sealed);
    }
}
