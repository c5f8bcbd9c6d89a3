package vn.khanhhoa.thecovid.platform.crypto;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
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
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    /** A P-256 key pair. */
    public record SigningKey(String alias, ECPrivateKey privateKey, ECPublicKey publicKey, Instant madeAt) {}

    @Inject
    @ConfigProperty(name = "portal.home")
    private String home;

    @Inject
    @ConfigProperty(name = "portal.keystore.password", defaultValue = "the-file-is-the-secret")
    private String password;

    @Inject
    private Clock clock;

    private volatile KeyStore store;

    @PostConstruct
    void open() {
        Path file = file();
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            if (!EnumSet.copyOf(Files.getPosixFilePermissions(file)).equals(OWNER_ONLY)) {
                throw new IllegalStateException(file + " can be read by others: set its mode to 600");
            }
            store = read(file);
        } catch (IOException | GeneralSecurityException failure) {
            throw new IllegalStateException("the key store " + file + " cannot be used", failure);
        }
    }

    SecretKey master() {
        return (SecretKey) key(MASTER);
    }

    /** Those that sign cards and were in the file when the portal began, in the order of their names. */
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
            X509Certificate certificate = (X509Certificate) store.getCertificate(alias);
            return new SigningKey(
                    alias,
                    (ECPrivateKey) key(alias),
                    (ECPublicKey) certificate.getPublicKey(),
                    certificate.getNotBefore().toInstant());
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

    /** One that was made under this name since the portal began, by this node or by another that shares the file. */
    synchronized Optional<SigningKey> find(String alias) {
        try {
            if (!store.containsAlias(alias)) {
                store = read(file());
            }
            return store.containsAlias(alias) ? Optional.of(signingKey(alias)) : Optional.empty();
        } catch (IOException | GeneralSecurityException failure) {
            throw new IllegalStateException("the key store cannot be read", failure);
        }
    }

    /** Makes a pair under this name, or finds the one that was made already, and is in the file when it returns. */
    synchronized SigningKey make(String alias) {
        Optional<SigningKey> known = find(alias);
        if (known.isPresent()) {
            return known.get();
        }
        Path file = file();
        try {
            KeyStore more = read(file);
            add(more, alias, "CN=Card signing");
            Path draft = written(more, file);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            store = more;
            return signingKey(alias);
        } catch (IOException | GeneralSecurityException failure) {
            throw new IllegalStateException("the key store cannot be written", failure);
        }
    }

    private Path file() {
        return Path.of(home, "keystore.p12");
    }

    private KeyStore read(Path file) throws IOException, GeneralSecurityException {
        KeyStore read = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            read.load(in, password.toCharArray());
        }
        return read;
    }

    /** Beside the file, under another name, and safely on the disk. */
    private Path written(KeyStore fresh, Path file) throws IOException, GeneralSecurityException {
        Path draft = Files.createTempFile(
                file.getParent(), "keystore", ".new", PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        try (FileOutputStream out = new FileOutputStream(draft.toFile())) {
            fresh.store(out, password.toCharArray());
            out.getFD().sync();
        }
        return draft;
    }

    private void create(Path file) throws IOException, GeneralSecurityException {
        KeyStore fresh = KeyStore.getInstance("PKCS12");
        fresh.load(null, password.toCharArray());
        KeyGenerator aes = KeyGenerator.getInstance("AES");
        aes.init(256);
        fresh.setEntry(
                MASTER,
                new KeyStore.SecretKeyEntry(aes.generateKey()),
                new KeyStore.PasswordProtection(password.toCharArray()));
        add(fresh, SIGNING_PREFIX + "0001", "CN=Card signing");
        add(fresh, SEALING_PREFIX + "0001", "CN=Trail sealing");
        Path draft = written(fresh, file);
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

    private void add(KeyStore fresh, String alias, String subject) throws GeneralSecurityException {
        FreshPair pair = FreshPair.make(subject, clock.instant(), Optional.empty());
        fresh.setKeyEntry(alias, pair.privateKey(), password.toCharArray(), pair.chain());
    }
}
