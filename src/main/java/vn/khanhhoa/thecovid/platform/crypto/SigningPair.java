package vn.khanhhoa.thecovid.platform.crypto;

import java.security.PrivateKey;
import java.security.Provider;
import java.security.interfaces.ECPublicKey;
import java.util.Optional;

/**
 * A pair of keys on P-256.
 *
 * @param provider that alone can work with the private key; empty where the key itself is at hand
 */
public record SigningPair(PrivateKey privateKey, ECPublicKey publicKey, Optional<Provider> provider) {}
