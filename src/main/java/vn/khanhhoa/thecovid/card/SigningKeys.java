package vn.khanhhoa.thecovid.card;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.security.interfaces.ECPrivateKey;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.card.StoredKeys.StoredKey;
import vn.khanhhoa.thecovid.card.token.KeyId;
import vn.khanhhoa.thecovid.card.token.MessageSigner;
import vn.khanhhoa.thecovid.card.token.TokenReader;
import vn.khanhhoa.thecovid.card.token.TokenSigner;
import vn.khanhhoa.thecovid.card.token.TrustedKey;
import vn.khanhhoa.thecovid.platform.crypto.Keystore;
import vn.khanhhoa.thecovid.platform.crypto.SigningPair;
import vn.khanhhoa.thecovid.platform.crypto.SigningPairs;

/**
 * The keys at work: of those that sign, the one that began last and that this node has; all are believed that are not known to
 * others. What another node did with them is known here after some seconds.
 */
@ApplicationScoped
class SigningKeys {
    static final String ISSUER = "VN-34";
    private static final Duration LIFE = Duration.ofSeconds(2);

    /** What is believed, as it was found at a moment. */
    private record Known(long at, List<TrustedKey> trusted, List<KeyId> withdrawn, TokenReader reader) {
        boolean isFresh() {
            return System.nanoTime() - at < LIFE.toNanos();
        }
    }

    @Inject
    private Keystore keystore;

    @Inject
    private SigningPairs pairs;

    @Inject
    private StoredKeys stored;

    @Inject
    private Clock clock;

    private final Map<KeyId, TokenSigner> signers = new ConcurrentHashMap<>();
    private volatile @Nullable Known known;

    /** Those that the key store was made with sign from the first start on. */
    @PostConstruct
    void adopt() {
        keystore.signingKeys().forEach(key -> stored.adopt(key.alias(), key.publicKey(), key.madeAt()));
    }

    /** At the start, before an administrator asks which keys there are. */
    void begin(@Observes @Initialized(ApplicationScoped.class) Object start) {
        known();
    }

    /** For the running transaction, which holds the key until it ends. */
    TokenSigner signer() {
        return stored.signing().stream()
                .flatMap(key -> signer(key).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no key that signs cards is on this node"));
    }

    private Optional<TokenSigner> signer(StoredKey key) {
        TokenSigner ready = signers.get(key.kid());
        if (ready != null) {
            return Optional.of(ready);
        }
        Optional<TokenSigner> found =
                pairs.find(key.place(), key.alias()).map(pair -> new TokenSigner(ISSUER, key.kid(), messages(pair)));
        found.ifPresent(signer -> signers.put(key.kid(), signer));
        return found;
    }

    private static MessageSigner messages(SigningPair pair) {
        return pair.provider()
                .map(provider -> MessageSigner.by(provider, pair.privateKey()))
                .orElseGet(() -> MessageSigner.with((ECPrivateKey) pair.privateKey()));
    }

    TokenReader reader() {
        return known().reader();
    }

    List<TrustedKey> trusted() {
        return known().trusted();
    }

    List<KeyId> withdrawn() {
        return known().withdrawn();
    }

    private Known known() {
        Known now = known;
        if (now == null || !now.isFresh()) {
            now = read();
            known = now;
        }
        return now;
    }

    private Known read() {
        long at = System.nanoTime();
        List<StoredKey> keys = stored.committed();
        List<TrustedKey> trusted = keys.stream()
                .filter(key -> key.state().isBelieved())
                .map(StoredKey::trusted)
                .toList();
        List<KeyId> withdrawn = keys.stream()
                .filter(key -> !key.state().isBelieved())
                .map(StoredKey::kid)
                .toList();
        return new Known(at, trusted, withdrawn, new TokenReader(ISSUER, trusted, withdrawn, clock));
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) KeyChanged change) {
        known = null;
    }
}
