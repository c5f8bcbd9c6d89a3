package vn.khanhhoa.thecovid.access;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.platform.crypto.DataCipher;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/**
 * By what an officer is known outside of the portal, entered by an administrator: whoever decides could ask for something
 * themselves by a page that needs no account. Kept sealed, and shown to nobody in full.
 */
@UseCase
public class OwnNumbers {
    private static final Pattern PHONE = Pattern.compile("0\\d{9}");
    private static final Pattern DOCUMENT = Pattern.compile("[A-Z0-9]{6,15}");
    private static final int SHOWN = 3;

    /** What an account is known by; phone and document are empty where nobody entered them. */
    public record Known(String email, String phone, String document) {
        public static final Known NOTHING = new Known("", "", "");

        @Override
        public String toString() {
            return "Known";
        }
    }

    /** As a screen may show them; empty for none. */
    public record Shown(String phone, String document) {}

    @Inject
    private Sql sql;

    @Inject
    private DataCipher cipher;

    @Inject
    private Event<AuditedEvent> trail;

    /** For the rules of four eyes: of whoever acts. */
    @Requires(Permission.SIGNED_IN)
    public Known of(Actor officer) {
        return sql.first(
                        "SELECT email, own_phone, own_document FROM access_account WHERE id = ?",
                        row -> new Known(
                                Objects.requireNonNullElse(row.getString(1), ""),
                                opened(row.getBytes(2)),
                                opened(row.getBytes(3))),
                        officer.accountId())
                .orElse(Known.NOTHING);
    }

    @Requires(Permission.ADMINISTER)
    public Shown shown(Actor actor, PublicId account) {
        return sql.first(
                        "SELECT own_phone, own_document FROM access_account WHERE public_id = ?",
                        row -> new Shown(masked(opened(row.getBytes(1))), masked(opened(row.getBytes(2)))),
                        account)
                .orElseThrow(NotFound::new);
    }

    /** Either may be left empty; what was entered before is replaced. */
    @Requires(Permission.ADMINISTER)
    public void enter(Actor actor, PublicId account, String phone, String document) {
        String digits = phone.replaceAll("[\\s.()-]", "").replaceFirst("^\\+84", "0");
        String number = document.replaceAll("[^\\p{L}\\p{N}]", "").toUpperCase(Locale.ROOT);
        if (!digits.isEmpty() && !PHONE.matcher(digits).matches()) {
            throw new RuleViolation("access.own-phone-shape");
        }
        if (!number.isEmpty() && !DOCUMENT.matcher(number).matches()) {
            throw new RuleViolation("access.own-document-shape");
        }
        int changed = sql.update(
                "UPDATE access_account SET own_phone = ?, own_document = ?, version = version + 1 WHERE public_id = ?",
                sealed(digits),
                sealed(number),
                account);
        if (changed == 0) {
            throw new NotFound();
        }
        trail.fire(new AccessEvent(actor.accountId(), "access.own-numbers-entered", account));
    }

    private byte @Nullable [] sealed(String text) {
        return text.isEmpty() ? null : cipher.seal(text);
    }

    private String opened(byte @Nullable [] sealed) {
        return sealed == null ? "" : cipher.open(sealed);
    }

    private static String masked(String number) {
        int hidden = Math.max(0, number.length() - SHOWN);
        return "•".repeat(hidden) + number.substring(hidden);
    }
}
