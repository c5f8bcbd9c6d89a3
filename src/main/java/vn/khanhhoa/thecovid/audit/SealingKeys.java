package vn.khanhhoa.thecovid.audit;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.PublicKey;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.khanhhoa.thecovid.audit.chain.Checkpoint;
import vn.khanhhoa.thecovid.audit.chain.KeyNames;
import vn.khanhhoa.thecovid.audit.chain.Seal;
import vn.khanhhoa.thecovid.platform.crypto.Keystore;

/** The keys that sign checkpoints: the newest signs, all are believed. */
@ApplicationScoped
class SealingKeys {
    @Inject
    private Keystore keystore;

    private List<Keystore.SigningKey> keys;

    @PostConstruct
    void open() {
        keys = keystore.sealingKeys();
        if (keys.isEmpty()) {
            throw new IllegalStateException("the key store holds no key that signs checkpoints of the trail");
        }
    }

    Checkpoint sign(Seal seal, Instant now) {
        Keystore.SigningKey newest = keys.get(keys.size() - 1);
        return Checkpoint.sign(seal, now, KeyNames.of(newest.publicKey()), newest.privateKey());
    }

    Map<String, PublicKey> trusted() {
        Map<String, PublicKey> trusted = new LinkedHashMap<>();
        keys.forEach(key -> trusted.put(KeyNames.of(key.publicKey()), key.publicKey()));
        return trusted;
    }
}
