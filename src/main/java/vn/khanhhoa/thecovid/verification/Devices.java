package vn.khanhhoa.thecovid.verification;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.card.StatusLists;
import vn.khanhhoa.thecovid.platform.RateLimits;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.platform.crypto.DataCipher;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.OneLine;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/**
 * The devices of posts. The head of an agency names one and is told a code; on the device it is typed once, and what the device then
 * shows with each call is a secret of its own. Who shows none gets no status list, and who was shut out none either.
 */
@UseCase
public class Devices {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int CODE_LENGTH = 10;
    private static final Duration CODE_LIFE = Duration.ofHours(12);
    private static final int SECRET_BYTES = 32;
    private static final int LONGEST_NAME = 120;
    private static final int MOST = 500;
    private static final int ATTEMPTS = 10;
    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final Duration SEEN_NOTED_EVERY = Duration.ofMinutes(1);
    private static final SecureRandom RANDOM = new SecureRandom();

    private record DeviceChanged(long actorId, String action, PublicId device, Map<String, String> details)
            implements AuditedEvent {
        @Override
        public String subjectKind() {
            return "device";
        }

        @Override
        public String subjectId() {
            return device.toString();
        }
    }

    /** A code that nobody will be told again. */
    public record Code(PublicId device, String code) {
        @Override
        public String toString() {
            return "Code[" + device + ", …]";
        }
    }

    /** What became of an attempt to sign in. */
    public sealed interface Outcome {}

    public record SignedIn(PublicId device, String name, String secret) implements Outcome {
        @Override
        public String toString() {
            return "SignedIn[" + device + ", …]";
        }
    }

    /** The code is wrong, used, or over. */
    public record Refused() implements Outcome {}

    public record TooManyAttempts(Duration retryAfter) implements Outcome {}

    /** One that has signed in. @param post where it is; 0 for nowhere yet */
    record Known(
            long id,
            PublicId publicId,
            String name,
            long agencyId,
            long post,
            @Nullable Instant lastSeenAt) {
        /** Of what only a device of a post may ask. */
        long postOrRefuse() {
            if (post == 0) {
                throw new RuleViolation("verification.device-without-post");
            }
            return post;
        }
    }

    @Inject
    private StatusLists lists;

    @Inject
    private StoredPosts posts;

    @Inject
    private StoredStays stays;

    @Inject
    private DataCipher cipher;

    @Inject
    private RateLimits limits;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    @Inject
    private Event<AuditedEvent> trail;

    /** Those of the agency, the newest first. */
    @Requires(Permission.KEEP_DEVICES)
    public List<DeviceView> all(Actor actor) {
        return list("d.agency_id = ?", actor.agencyId());
    }

    /** Those of a post, the newest first. */
    @Requires(Permission.KEEP_DEVICES)
    public List<DeviceView> at(Actor actor, PublicId post) {
        return list("d.post_id = ?", post(actor, post));
    }

    private List<DeviceView> list(String which, Object... args) {
        Instant now = clock.instant();
        return sql.list(
                "SELECT d.*, p.public_id AS post, p.name AS post_name FROM verification_device d LEFT JOIN verification_post p ON"
                        + " p.id = d.post_id WHERE " + which + " ORDER BY d.id DESC LIMIT " + MOST,
                row -> {
                    Instant until = Sql.instant(row, "code_until");
                    return new DeviceView(
                            Sql.publicId(row, "public_id"),
                            row.getString("name"),
                            row.getBytes("post") == null ? null : Sql.publicId(row, "post"),
                            Objects.requireNonNullElse(row.getString("post_name"), ""),
                            Objects.requireNonNull(Sql.instant(row, "made_at")),
                            until == null || until.isBefore(now) ? null : until,
                            Sql.instant(row, "signed_in_at"),
                            Sql.instant(row, "last_seen_at"),
                            Sql.instant(row, "shut_out_at"));
                },
                args);
    }

    private long post(Actor actor, PublicId id) {
        return posts.find(actor.agencyId(), id).orElseThrow(NotFound::new).number();
    }

    /**
     * @param post where it is to be used; none to say so later
     * @param typed by which the agency knows the device
     */
    @Requires(Permission.KEEP_DEVICES)
    public Code add(Actor actor, @Nullable PublicId post, String typed) {
        String name = OneLine.of(typed);
        if (name.isEmpty()) {
            throw new RuleViolation("verification.device-name-missing");
        }
        if (name.length() > LONGEST_NAME) {
            throw new RuleViolation("verification.device-name-long", LONGEST_NAME);
        }
        String code = code();
        PublicId id = PublicId.random();
        long there = post == null ? 0 : post(actor, post);
        sql.update(
                "INSERT INTO verification_device (id, public_id, agency_id, post_id, name, code_hash, code_until, made_by,"
                        + " made_at) VALUES (NEXT VALUE FOR verification_device_seq, ?, ?, NULLIF(?, 0), ?, ?, ?, ?, ?)",
                id,
                actor.agencyId(),
                there,
                name,
                codeHash(code),
                clock.instant().plus(CODE_LIFE),
                actor.accountId(),
                clock.instant());
        if (there != 0) {
            stays.begin(id, there);
        }
        tell(actor.accountId(), "verification.device-added", id);
        return new Code(id, shown(code));
    }

    /** To another post, or to none: from then on it gets that post's sheet. What it scanned before stays where it was. */
    @Requires(Permission.KEEP_DEVICES)
    public void move(Actor actor, PublicId id, @Nullable PublicId post) {
        long there = post == null ? 0 : post(actor, post);
        int moved = sql.update(
                "UPDATE verification_device SET post_id = NULLIF(?, 0) WHERE public_id = ? AND agency_id = ? AND shut_out_at IS"
                        + " NULL",
                there,
                id,
                actor.agencyId());
        if (moved == 0) {
            throw new NotFound();
        }
        if (there != 0) {
            stays.begin(id, there);
        }
        tell(
                actor.accountId(),
                "verification.device-moved",
                id,
                post == null ? Map.of() : Map.of("post", post.toString()));
    }

    /** Another code, for a device that was not signed in in time, or that forgot its secret. The one before is void. */
    @Requires(Permission.KEEP_DEVICES)
    public Code anotherCode(Actor actor, PublicId id) {
        String code = code();
        int changed = sql.update(
                "UPDATE verification_device SET code_hash = ?, code_until = ? WHERE public_id = ? AND agency_id = ? AND"
                        + " shut_out_at IS NULL",
                codeHash(code),
                clock.instant().plus(CODE_LIFE),
                id,
                actor.agencyId());
        if (changed == 0) {
            throw new NotFound();
        }
        tell(actor.accountId(), "verification.device-code", id);
        return new Code(id, shown(code));
    }

    /** For good: nothing that it was given opens anything any more. Once more changes nothing. */
    @Requires(Permission.KEEP_DEVICES)
    public void shutOut(Actor actor, PublicId id) {
        if (sql.number(
                        "SELECT COUNT(*) FROM verification_device WHERE public_id = ? AND agency_id = ?",
                        id,
                        actor.agencyId())
                == 0) {
            throw new NotFound();
        }
        int changed = sql.update(
                "UPDATE verification_device SET shut_out_at = ?, code_hash = NULL, code_until = NULL, secret_hash = NULL WHERE"
                        + " public_id = ? AND shut_out_at IS NULL",
                clock.instant(),
                id);
        if (changed > 0) {
            tell(actor.accountId(), "verification.device-shut-out", id);
        }
    }

    /** Once for each code. Who signs in anew with another has another secret from then on. */
    @Requires(Permission.ANYONE)
    public Outcome signIn(String typed, String networkAddress) {
        if (!limits.allow("device-code", networkAddress, ATTEMPTS, WINDOW)) {
            return new TooManyAttempts(WINDOW);
        }
        byte[] hash = codeHash(plain(typed));
        Instant now = clock.instant();
        Optional<SignedIn> found = sql.first(
                "SELECT public_id, name FROM verification_device WHERE code_hash = ? AND code_until > ? AND shut_out_at IS NULL"
                        + " FOR UPDATE",
                row -> new SignedIn(Sql.publicId(row, "public_id"), row.getString(2), secret()),
                hash,
                now);
        if (found.isEmpty()) {
            return new Refused();
        }
        SignedIn device = found.get();
        limits.forgive("device-code", networkAddress);
        sql.update(
                "UPDATE verification_device SET code_hash = NULL, code_until = NULL, secret_hash = ?, signed_in_at = ?,"
                        + " last_seen_at = ? WHERE public_id = ?",
                secretHash(device.secret()),
                now,
                now,
                device.device());
        tell(0, "verification.device-signed-in", device.device());
        return device;
    }

    /** Empty for who shows no secret of a device, or that of one that was shut out. Who waits for the list keeps no connection meanwhile. */
    @Requires(Permission.ANYONE)
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public Optional<StatusLists.Signed> statusList(String secret, String subject) {
        return known(secret).map(device -> lists.whole(Actor.PORTAL, subject));
    }

    /** The same, as what changed since; the whole where that is too long ago. */
    @Requires(Permission.ANYONE)
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public Optional<StatusLists.Signed> statusChanges(String secret, String subject, Instant since) {
        return known(secret)
                .map(device -> lists.changes(Actor.PORTAL, subject, since)
                        .orElseGet(() -> lists.whole(Actor.PORTAL, subject)));
    }

    /**
     * Who shows the secret of a device; empty for who shows none, or that of one that was shut out. Its connection is free again when what
     * the caller goes on to ask takes one of its own.
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Optional<Known> known(String secret) {
        return known(secret, "");
    }

    /** The same, held by the running transaction: nothing else of the device is taken meanwhile. */
    Optional<Known> held(String secret) {
        return known(secret, " FOR UPDATE");
    }

    private Optional<Known> known(String secret, String lock) {
        Instant now = clock.instant();
        Optional<Known> known = sql.first(
                "SELECT id, public_id, name, agency_id, post_id, last_seen_at FROM verification_device WHERE secret_hash = ? AND"
                        + " shut_out_at IS NULL" + lock,
                row -> new Known(
                        row.getLong("id"),
                        Sql.publicId(row, "public_id"),
                        row.getString("name"),
                        row.getLong("agency_id"),
                        row.getLong("post_id"),
                        Sql.instant(row, "last_seen_at")),
                secretHash(secret));
        known.filter(device -> device.lastSeenAt() == null
                        || device.lastSeenAt().plus(SEEN_NOTED_EVERY).isBefore(now))
                .ifPresent(device ->
                        sql.update("UPDATE verification_device SET last_seen_at = ? WHERE id = ?", now, device.id()));
        return known;
    }

    private byte[] codeHash(String code) {
        return cipher.match("device-code", code);
    }

    private byte[] secretHash(String secret) {
        return cipher.match("device-secret", secret);
    }

    private static String code() {
        StringBuilder code = new StringBuilder(CODE_LENGTH);
        for (int at = 0; at < CODE_LENGTH; at++) {
            code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /** In two halves, to be read out and typed. */
    private static String shown(String code) {
        return code.substring(0, CODE_LENGTH / 2) + "-" + code.substring(CODE_LENGTH / 2);
    }

    private static String plain(String typed) {
        return typed.toUpperCase(Locale.ROOT)
                .replaceAll("[^0-9A-Z]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }

    private static String secret() {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    private void tell(long actorId, String action, PublicId device) {
        tell(actorId, action, device, Map.of());
    }

    private void tell(long actorId, String action, PublicId device, Map<String, String> details) {
        trail.fire(new DeviceChanged(actorId, action, device, details));
    }
}
