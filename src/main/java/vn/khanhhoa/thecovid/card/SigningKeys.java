package vn.khanhhoa.thecovid.card;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import vn.khanhhoa.thecovid.card.token.TokenReader;
import vn.khanhhoa.thecovid.card.token.TokenSigner;
import vn.khanhhoa.thecovid.card.token.TrustedKey;
import vn.khanhhoa.thecovid.platform.crypto.Keystore;

/** The keys of the key store at work: the newest signs, all are believed. */
@ApplicationScoped
class SigningKeys {
    static final String ISSUER = "VN-34";

    @Inject
    private Keystore keystore;

    @Inject
    private Clock clock;

    private List<TrustedKey> trusted;
    private TokenSigner signer;
    private TokenReader reader;

    @PostConstruct
    void open() {
        List<Keystore.SigningKey> keys = keystore.signingKeys();
        if (keys.isEmpty()) {
            throw new IllegalStateException("the key store holds no key that signs cards");
        }
        trusted = keys.stream().map(key -> TrustedKey.of(key.publicKey())).toList();
        int last = keys.size() - 1;
        signer = new TokenSigner(ISSUER, trusted.get(last).id(), keys.get(last).privateKey());
        reader = new TokenReader(ISSUER, trusted, clock);
    }

    TokenSigner signer() {
        return signer;
    }

    TokenReader reader() {
        return reader;
    }

    byte[] signingKid() {
        return trusted.get(trusted.size() - 1).id().bytes();
    }

    List<TrustedKey> trusted() {
        return trusted;
    }
}
