package vn.khanhhoa.thecovid.access;

import java.util.Locale;
import java.util.regex.Pattern;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/** An address that mail can be sent to and nothing else can be read into, in the one spelling that is kept and compared. */
public final class EmailAddress {
    private static final Pattern SHAPE = Pattern.compile(
            "[a-z0-9_](?:[a-z0-9._%+'-]{0,62}[a-z0-9_+-])?@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");
    private static final int LONGEST = 254;

    private EmailAddress() {}

    /** As somebody typed it who is asked for an address of their own. */
    public static String of(String typed) {
        String address = spelled(typed);
        if (address.length() > LONGEST || !SHAPE.matcher(address).matches()) {
            throw new RuleViolation("access.email-shape");
        }
        return address;
    }

    /** As it is looked for, whatever was typed. */
    static String spelled(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }
}
