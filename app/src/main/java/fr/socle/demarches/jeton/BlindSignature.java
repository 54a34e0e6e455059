package fr.socle.demarches.jeton;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Optional;
import javax.crypto.Cipher;

/** The signer's part of RFC 9474, section 4.3, which is the same in all its variants. */
public final class BlindSignature {

    private BlindSignature() {}

    /**
     * Signs what cannot be read. The private operation is the JDK's, which blinds it once more, so
     * that its time says nothing of the key.
     *
     * @param blinded a number below the modulus, in as many bytes as the modulus has
     * @return in as many bytes; empty when what came is no such number
     */
    public static Optional<byte[]> sign(RSAPrivateKey key, RSAPublicKey known, byte[] blinded) {
        var number = new BigInteger(1, blinded);
        var bytes = (known.getModulus().bitLength() + Byte.SIZE - 1) / Byte.SIZE;
        if (blinded.length != bytes
                || number.compareTo(BigInteger.ONE) <= 0
                || number.compareTo(known.getModulus()) >= 0) {
            return Optional.empty();
        }
        var signed = raised(key, blinded);
        var back = new BigInteger(1, signed).modPow(known.getPublicExponent(), known.getModulus());
        if (!back.equals(number)) {
            // RFC 9474, section 4.3, step 4: a wrong result could give the key away
            throw new IllegalStateException("a blind signature went wrong");
        }
        return Optional.of(signed);
    }

    private static byte[] raised(RSAPrivateKey key, byte[] number) {
        try {
            var cipher = Cipher.getInstance("RSA/ECB/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, key);
            return cipher.doFinal(number);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every JDK has RSA", missing);
        }
    }
}
