package fr.socle.demarches.jeton;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.BlindClient;
import fr.socle.BlindClient.Vector;
import java.math.BigInteger;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.RSAPrivateKeySpec;
import org.junit.jupiter.api.Test;

class BlindSignatureTests {

    @Test
    void theVectorOfTheStandardIsSignedToTheLetter() throws Exception {
        var vector = Vector.read();
        assertThat(BlindSignature.sign(secret(vector), vector.key(), vector.bytes("blinded_msg")))
                .hasValueSatisfying(it -> assertThat(it).isEqualTo(vector.bytes("blind_sig")));
    }

    @Test
    void theClientOfTheTestsFollowsTheVectorToo() throws Exception {
        var vector = Vector.read();
        var client =
                new BlindClient(
                        vector.key(),
                        vector.bytes("prepared_msg"),
                        vector.bytes("salt"),
                        vector.number("inv").modInverse(vector.number("n")));
        assertThat(client.blinded()).isEqualTo(vector.bytes("blinded_msg"));
        assertThat(client.unveiled(vector.bytes("blind_sig"))).isEqualTo(vector.bytes("sig"));
    }

    @Test
    void whatIsNoNumberBelowTheModulusIsNotSigned() throws Exception {
        var vector = Vector.read();
        var secret = secret(vector);
        var modulus = vector.bytes("n");
        var above = vector.number("n").add(BigInteger.TWO).toByteArray();
        assertThat(BlindSignature.sign(secret, vector.key(), new byte[0])).isEmpty();
        assertThat(BlindSignature.sign(secret, vector.key(), new byte[512])).isEmpty();
        assertThat(BlindSignature.sign(secret, vector.key(), modulus)).isEmpty();
        assertThat(
                        BlindSignature.sign(
                                secret,
                                vector.key(),
                                java.util.Arrays.copyOfRange(
                                        above, above.length - 512, above.length)))
                .isEmpty();
        assertThat(BlindSignature.sign(secret, vector.key(), new byte[100_000])).isEmpty();
    }

    private static RSAPrivateKey secret(Vector vector) throws Exception {
        return (RSAPrivateKey)
                KeyFactory.getInstance("RSA")
                        .generatePrivate(
                                new RSAPrivateKeySpec(vector.number("n"), vector.number("d")));
    }
}
