package fr.socle.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class KeyringTests {

    private final Keyring keyring = keyring();
    private final byte[] secret = "un secret".getBytes(StandardCharsets.UTF_8);

    @Test
    void whatWasSealedOpensAgain() {
        assertThat(keyring.open("a", keyring.seal("a", secret))).isEqualTo(secret);
    }

    @Test
    void theSameSecretNeverLooksTheSameTwice() {
        assertThat(keyring.seal("a", secret)).isNotEqualTo(keyring.seal("a", secret));
    }

    @Test
    void anotherContextOrAnotherMasterKeyDoesNotOpenIt() {
        var sealed = keyring.seal("a", secret);
        assertThatThrownBy(() -> keyring.open("b", sealed)).isInstanceOf(BrokenSeal.class);
        assertThatThrownBy(() -> keyring().open("a", sealed)).isInstanceOf(BrokenSeal.class);
    }

    @Test
    void everyChangedByteAndEveryCutIsSeen() {
        var sealed = keyring.seal("a", secret);
        for (int i = 0; i < sealed.length; i++) {
            var changed = sealed.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> keyring.open("a", changed)).isInstanceOf(BrokenSeal.class);
            var cut = Arrays.copyOf(sealed, i);
            assertThatThrownBy(() -> keyring.open("a", cut)).isInstanceOf(BrokenSeal.class);
        }
    }

    @Test
    void theSameContentHasTheSameMarkInOneContextOfOneHouseOnly() {
        var mark = keyring.mark("a", secret);
        assertThat(mark).hasSize(32).isEqualTo(keyring.mark("a", secret.clone()));
        assertThat(keyring.mark("b", secret)).isNotEqualTo(mark);
        assertThat(keyring.mark("a", new byte[0])).isNotEqualTo(mark);
        assertThat(keyring().mark("a", secret)).isNotEqualTo(mark);
    }

    @Test
    void aMasterKeyHas32Bytes() {
        assertThatThrownBy(() -> new Keyring(new byte[16], new SecureRandom()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Keyring keyring() {
        var master = new byte[Keyring.KEY_BYTES];
        new SecureRandom().nextBytes(master);
        return new Keyring(master, new SecureRandom());
    }
}
