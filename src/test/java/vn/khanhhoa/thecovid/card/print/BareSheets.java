package vn.khanhhoa.thecovid.card.print;

import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import vn.khanhhoa.thecovid.card.print.CardPrinter.Order;

/** The two parts that no card can do without: a signature each, and the sheets with QR images prepared beforehand. */
public final class BareSheets {
    private final ECPrivateKeyParameters key = key();
    private final List<CardFace> faces = new ArrayList<>();
    private final Map<String, QrCode> codes = new HashMap<>();

    public void prepare(String name, String token) {
        faces.add(Faces.card(Faces.VIETNAMESE, name, token));
        codes.put(token, QrCode.of(token));
    }

    public void sign() {
        for (int card = 0; card < faces.size(); card++) {
            ECDSASigner bare = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
            bare.init(true, key);
            byte[] hash = new byte[32];
            hash[0] = (byte) card;
            hash[1] = (byte) (card >> 8);
            bare.generateSignature(hash);
        }
    }

    public void print() throws IOException {
        new CardPrinter()
                .print(
                        Order.of(CardFormat.SHEET, Faces.VIETNAMESE),
                        faces.iterator(),
                        face -> Objects.requireNonNull(codes.get(face.token())),
                        OutputStream.nullOutputStream());
    }

    private static ECPrivateKeyParameters key() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return new ECPrivateKeyParameters(
                    ((ECPrivateKey) generator.generateKeyPair().getPrivate()).getS(),
                    new ECDomainParameters(CustomNamedCurves.getByName("P-256")));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
