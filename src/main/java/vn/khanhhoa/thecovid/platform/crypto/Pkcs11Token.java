package vn.khanhhoa.thecovid.platform.crypto;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Security;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.Optional;

/**
 * A PKCS#11 token, spoken to by the JDK's own provider as its configuration file says. Its private keys never leave it: they
 * are asked to sign.
 */
public final class Pkcs11Token {
    private static final String PROVIDER = "SunPKCS11";

    private final Provider provider;
    private final KeyStore store;
    private final char[] pin;

    private Pkcs11Token(Provider provider, KeyStore store, char[] pin) {
        this.provider = provider;
        this.store = store;
        this.pin = pin;
    }

    /** @param configuration path of a file as the provider wants it: name, library, slot */
    public static Pkcs11Token open(String configuration, String pin) {
        try {
            Provider provider = Security.getProvider(PROVIDER).configure(configuration);
            KeyStore store = KeyStore.getInstance("PKCS11", provider);
            store.load(null, pin.toCharArray());
            return new Pkcs11Token(provider, store, pin.toCharArray());
        } catch (IOException | GeneralSecurityException | RuntimeException failure) {
            throw new IllegalStateException(
                    "the PKCS#11 token of " + configuration + " cannot be used: see its library, its slot and its PIN",
                    failure);
        }
    }

    /** Makes a pair under this name, or finds the one that was made already. */
    public synchronized SigningPair make(String alias, Instant now) {
        Optional<SigningPair> known = find(alias);
        if (known.isPresent()) {
            return known.get();
        }
        try {
            FreshPair pair = FreshPair.make("CN=Card signing", now, Optional.of(provider));
            store.setKeyEntry(alias, pair.privateKey(), null, pair.chain());
            return find(alias).orElseThrow();
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("the PKCS#11 token makes no key", failure);
        }
    }

    /** Looks once more at the token where the name is not known: another node may have made it. */
    public synchronized Optional<SigningPair> find(String alias) {
        try {
            if (!store.containsAlias(alias)) {
                store.load(null, pin);
            }
            return store.getKey(alias, null) instanceof PrivateKey privateKey
                            && store.getCertificate(alias).getPublicKey() instanceof ECPublicKey publicKey
                    ? Optional.of(new SigningPair(privateKey, publicKey, Optional.of(provider)))
                    : Optional.empty();
        } catch (IOException | GeneralSecurityException failure) {
            throw new IllegalStateException("the PKCS#11 token does not answer", failure);
        }
    }
}
