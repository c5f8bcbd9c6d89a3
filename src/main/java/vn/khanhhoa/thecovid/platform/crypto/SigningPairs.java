package vn.khanhhoa.thecovid.platform.crypto;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes and finds the pairs of keys that sign cards: in the key store file, or in a PKCS#11 token where there is one. */
@ApplicationScoped
public class SigningPairs {
    /** Where a pair lies. */
    public enum Place {
        FILE,
        TOKEN
    }

    @Inject
    private Keystore file;

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "portal.pkcs11.config")
    private Optional<String> configuration;

    @Inject
    @ConfigProperty(name = "portal.pkcs11.pin")
    private Optional<String> pin;

    private Optional<Pkcs11Token> token = Optional.empty();

    @PostConstruct
    void open() {
        token = configuration.filter(path -> !path.isBlank()).map(path -> Pkcs11Token.open(path, pin.orElse("")));
    }

    /** Where new pairs are made. */
    public Place place() {
        return token.isPresent() ? Place.TOKEN : Place.FILE;
    }

    /** Makes a pair under this name where new ones are made, or finds the one that was made already. */
    public SigningPair make(String alias) {
        return token.map(hardware -> hardware.make(alias, clock.instant())).orElseGet(() -> pair(file.make(alias)));
    }

    /** Empty where this node does not have it. */
    public Optional<SigningPair> find(Place place, String alias) {
        return place == Place.FILE
                ? file.find(alias).map(SigningPairs::pair)
                : token.flatMap(hardware -> hardware.find(alias));
    }

    private static SigningPair pair(Keystore.SigningKey key) {
        return new SigningPair(key.privateKey(), key.publicKey(), Optional.empty());
    }
}
