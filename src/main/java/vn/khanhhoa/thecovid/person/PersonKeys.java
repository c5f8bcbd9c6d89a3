package vn.khanhhoa.thecovid.person;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import vn.khanhhoa.thecovid.platform.crypto.DataCipher;

/** By what people are found: keyed hashes, the same for the same, and no way back; empty for what is not known. */
@ApplicationScoped
public class PersonKeys {
    @Inject
    private DataCipher cipher;

    public byte[] document(String number) {
        return cipher.match("identity", number);
    }

    /** @param phone national, with its zero */
    public Optional<byte[]> phone(String phone) {
        return key("phone", phone);
    }

    /** As {@link Side#nameAndBirth}. */
    public Optional<byte[]> nameAndBirth(String name, String birth) {
        return key("name-and-birth", Side.nameAndBirth(name, birth));
    }

    private Optional<byte[]> key(String kind, String value) {
        return value.isEmpty() ? Optional.empty() : Optional.of(cipher.match(kind, value));
    }
}
