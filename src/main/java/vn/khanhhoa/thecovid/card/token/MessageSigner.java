package vn.khanhhoa.thecovid.card.token;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;

/** Signs under one key as {@link Es256} has it: 64 bytes, r and the lower s. May be shared by threads. */
public interface MessageSigner {
    byte[] sign(byte[] message);

    /** By a key at hand: the same message gets the same signature. */
    static MessageSigner with(ECPrivateKey key) {
        ECPrivateKeyParameters ready = Es256.key(key);
        return message -> Es256.sign(ready, message);
    }

    /** By a key that only its provider can use, for example in a PKCS#11 token. */
    static MessageSigner by(Provider provider, PrivateKey key) {
        return message -> {
            try {
                Signature signature = Signature.getInstance("SHA256withECDSA", provider);
                signature.initSign(key);
                signature.update(message);
                BigInteger[] rs = StandardDSAEncoding.INSTANCE.decode(Es256.P256.getN(), signature.sign());
                return Es256.joined(rs[0], rs[1]);
            } catch (GeneralSecurityException | IOException failure) {
                throw new IllegalStateException("a key of " + provider.getName() + " does not sign", failure);
            }
        };
    }
}
