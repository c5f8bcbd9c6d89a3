package vn.khanhhoa.thecovid.card.token;

import java.security.interfaces.ECPrivateKey;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;

/** Nothing but the signature of a usual card. */
public final class BareVerification implements Runnable {
    private final byte[] message = CoseSign1.toBeSigned(
            CoseSign1.header(Tokens.TRUSTED.id()), ClaimsCodec.write(Tokens.ISSUER, Tokens.usual()));
    private final ECPrivateKeyParameters secret = Es256.key((ECPrivateKey) Tokens.KEYS.getPrivate());
    private final ECPublicKeyParameters known = Es256.key(Tokens.TRUSTED.publicKey());
    private final byte[] signature = Es256.sign(secret, message);

    @Override
    public void run() {
        if (!Es256.verify(known, message, signature)) {
            throw new AssertionError("not verified");
        }
    }
}
