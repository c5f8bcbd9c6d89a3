package vn.khanhhoa.thecovid.platform.crypto;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A new pair of keys on P-256. Key stores keep a private key only beside a certificate; nobody relies on this one.
 *
 * @param certificate of the public key, signed by the private one
 */
record FreshPair(PrivateKey privateKey, X509Certificate certificate) {
    private static final Duration CERTIFICATE_LIFE = Duration.ofDays(3650);
    private static final int SERIAL_BITS = 120;

    /** @param provider that makes and uses the private key; empty for the JDK's own */
    static FreshPair make(String subject, Instant now, Optional<Provider> provider) throws GeneralSecurityException {
        KeyPairGenerator ec = provider.isPresent()
                ? KeyPairGenerator.getInstance("EC", provider.get())
                : KeyPairGenerator.getInstance("EC");
        ec.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = ec.generateKeyPair();
        JcaContentSignerBuilder signer = new JcaContentSignerBuilder("SHA256withECDSA");
        provider.ifPresent(signer::setProvider);
        X500Name name = new X500Name(subject);
        try {
            return new FreshPair(
                    pair.getPrivate(),
                    new JcaX509CertificateConverter()
                            .getCertificate(new JcaX509v3CertificateBuilder(
                                            name,
                                            new BigInteger(SERIAL_BITS, new SecureRandom()),
                                            Date.from(now),
                                            Date.from(now.plus(CERTIFICATE_LIFE)),
                                            name,
                                            pair.getPublic())
                                    .build(signer.build(pair.getPrivate()))));
        } catch (OperatorCreationException unusable) {
            throw new GeneralSecurityException("a new key does not sign", unusable);
        }
    }

    X509Certificate[] chain() {
        return new X509Certificate[] {certificate};
    }
}
