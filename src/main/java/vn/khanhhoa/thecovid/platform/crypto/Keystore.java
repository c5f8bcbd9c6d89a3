package vn.khanhhoa.thecovid.platform.crypto;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The one secret file of a portal, {@code keystore.p12} below its home: a master key, the P-256 keys that sign cards, and
 * those that sign the checkpoints of the trail. Every node is given the same file. It is made whole under another name and moved into place, so a start that is cut
 * off leaves none.
 */
@ApplicationScoped
public class Keystore {
    private static final String MASTER = "master";
    private static final String SIGNING_PREFIX = "sign-";
    private static final String SEALING_PREFIX = "seal-";
    private static final Duration CERTIFICATE_LIFE = Duration.ofDays(3650);
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    /** A P-256 key pair. */
    public record SigningKey(ECPrivateKey privateKey, ECPublicKey publicKey) {}

    @Inject
    @ConfigProperty(name = "portal.home")
    private String home;

    @Inject
    @ConfigProperty(name = "portal.keystore.password", defaultValue = "the-file-is-the-secret")
    private String password;

    @Inject
    private Clock clock;

    private KeyStore store;

    @PostConstruct
    void open() {
        Path file = Path.of(home, "keystore.p12");
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            if (!EnumSet.copyOf(Files.getPosixFilePermissions(file)).equals(OWNER_ONLY)) {
                throw new IllegalStateException(file + " can be read by others: set its mode to 600");
            }
            store = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(file)) {
                store.load(in, password.toCharArray());
            }
        } catch (IOException | GeneralSecurityException | OperatorCreationException failure) {
            throw new IllegalStateException("the key store " + file + " cannot be used", failure);
        }
    }

    SecretKey master() {
        return (SecretKey) key(MASTER);
    }

    /** Those that sign cards, in the order in which they were made; the last one signs. */
    public List<SigningKey> signingKeys() {
        return keys(SIGNING_PREFIX);
    }

    /** Those that sign checkpoints of the trail, likewise. */
    public List<SigningKey> sealingKeys() {
        return keys(SEALING_PREFIX);
    }

    private List<SigningKey> keys(String prefix) {
        try {
            return Collections.list(store.aliases()).stream()
                    .filter(alias -> alias.startsWith(prefix))
                    .sorted()
                    .map(this::signingKey)
                    .toList();
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private SigningKey signingKey(String alias) {
        try {
            return new SigningKey((ECPrivateKey) key(alias), (ECPublicKey)
                    store.getCertificate(alias).getPublicKey());
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private java.security.Key key(String alias) {
        try {
            return store.getKey(alias, password.toCharArray());
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("the key store has no usable key " + alias, failure);
        }
    }

    private void create(Path file) throws IOException, GeneralSecurityException, OperatorCreationException {
        KeyStore fresh = KeyStore.getInstance("PKCS12");
        fresh.load(null, password.toCharArray());
        KeyGenerator aes = KeyGenerator.getInstance("AES");
        aes.init(256);
        fresh.setEntry(
                MASTER,
                new KeyStore.SecretKeyEntry(aes.generateKey()),
                new KeyStore.PasswordProtection(password.toCharArray()));
        addKeyPair(fresh, SIGNING_PREFIX + "0001", "CN=Card signing");
        addKeyPair(fresh, SEALING_PREFIX + "0001", "CN=Trail sealing");
        Path draft = Files.createTempFile(
                file.getParent(), "keystore", ".new", PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        try (OutputStream out = Files.newOutputStream(draft)) {
            fresh.store(out, password.toCharArray());
        }
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException anotherNodeWasFirst) {
            Files.delete(draft);
            return;
        } catch (UnsupportedOperationException noLinks) {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            return;
        }
        Files.delete(draft);
    }

    /** A key store keeps a private key only beside a certificate; nobody relies on this one. */
    private void addKeyPair(KeyStore fresh, String alias, String subject)
            throws GeneralSecurityException, OperatorCreationException {
        KeyPairGenerator ec = KeyPairGenerator.getInstance("EC");
        ec.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = ec.generateKeyPair();
        X500Name name = new X500Name(subject);
        Instant now = clock.instant();
        X509Certificate certificate = new JcaX509CertificateConverter()
                .getCertificate(new JcaX509v3CertificateBuilder(
                                name,
                                new BigInteger(120, new SecureRandom()),
                                Date.from(now),
                                Date.from(now.plus(CERTIFICATE_LIFE)),
                                name,
                                pair.getPublic())
                        .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
        fresh.setKeyEntry(alias, pair.getPrivate(), password.toCharArray(), new X509Certificate[] {certificate});
    }
}
