package vn.khanhhoa.thecovid.notification;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.khanhhoa.thecovid.stafflist.MobileNumber;

/**
 * Where a message goes. Accounts are shown by their address; of a person, who has none with the portal, a screen shows a
 * mask, and the address is sealed.
 */
record Recipient(String address, String shown) {
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;\"]{1,64}@[^\\s@<>,;\"]+\\.[^\\s@<>,;\"]{2,}");
    private static final int LONGEST = 254;

    static Recipient account(String email) {
        return new Recipient(email, email);
    }

    static Recipient phone(MobileNumber number) {
        return new Recipient(number.digits(), number.masked());
    }

    /** Empty for what is no address. */
    static Optional<Recipient> person(String email) {
        String address = email.strip().toLowerCase(Locale.ROOT);
        return address.length() <= LONGEST && ADDRESS.matcher(address).matches()
                ? Optional.of(
                        new Recipient(address, address.charAt(0) + "•••" + address.substring(address.indexOf('@'))))
                : Optional.empty();
    }

    boolean isHidden() {
        return !address.equals(shown);
    }

    @Override
    public String toString() {
        return shown;
    }
}
