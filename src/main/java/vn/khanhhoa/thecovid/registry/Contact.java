package vn.khanhhoa.thecovid.registry;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.platform.crypto.DataCipher;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/** Name and phone of the person whom an agency can ask: personal, so never in the database in clear text. */
@Dependent
class Contact {
    private static final Pattern PHONE = Pattern.compile("0\\d{9,10}");
    private static final int SHOWN_DIGITS = 3;

    @Inject
    private DataCipher cipher;

    byte @Nullable [] seal(String text) {
        return text.isEmpty() ? null : cipher.seal(text);
    }

    String open(byte @Nullable [] sealed) {
        return sealed == null ? "" : cipher.open(sealed);
    }

    String masked(byte @Nullable [] sealedPhone) {
        String phone = open(sealedPhone);
        return phone.isEmpty() ? "" : "*** *** " + phone.substring(phone.length() - SHOWN_DIGITS);
    }

    /** A Vietnamese number in national form; spaces, dots and the country code may have been typed. */
    static String phone(String typed) {
        String digits = typed.replaceAll("[\\s().-]", "").replaceFirst("^(\\+84|0084)0?", "0");
        if (!PHONE.matcher(digits).matches()) {
            throw new RuleViolation("registry.phone-shape");
        }
        return digits;
    }
}
