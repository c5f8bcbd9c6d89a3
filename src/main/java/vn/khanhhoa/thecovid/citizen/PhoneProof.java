package vn.khanhhoa.thecovid.citizen;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.eligibility.RecordedPeople;
import vn.khanhhoa.thecovid.person.PersonKeys;
import vn.khanhhoa.thecovid.platform.RateLimits;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.platform.crypto.DataCipher;
import vn.khanhhoa.thecovid.platform.jobs.Jobs;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/**
 * Somebody proves to be a person of the health data: by the number of the document, the date of birth, and a code of six digits to the
 * phone in the record. Asking takes the same steps and has the same answer whether or not there is such a person: whom it is
 * about is looked for behind it ({@link ProofSteps}). A code is good once, for ten minutes and five tries.
 */
@UseCase
public class PhoneProof {
    static final int MOST_TRIES = 5;
    static final String BETWEEN = "\u001f";
    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final int ASKED_FROM_ADDRESS = 40;
    private static final int ASKED_FOR_DOCUMENT_FROM_ADDRESS = 3;
    private static final Duration ASKED_WINDOW = Duration.ofHours(1);
    private static final int TYPED_FROM_ADDRESS = 100;
    private static final Duration TYPED_WINDOW = Duration.ofMinutes(15);
    private static final int SHORTEST_NUMBER = 5;
    private static final int LONGEST_NUMBER = 15;
    private static final byte[] NO_CODE = "nobody was sent a code like this".getBytes(StandardCharsets.US_ASCII);

    /** What became of asking for a code. */
    public sealed interface Outcome {}

    /** A code is on its way, if there is such a person and their record has a mobile phone. @param until it can be typed */
    public record Asked(PublicId proof, Instant until) implements Outcome {}

    /** What became of typing one. */
    public sealed interface Answer {}

    /** The person, as the records have them now. */
    public record Proved(RecordedPeople.Recorded person) implements Answer {}

    /** Wrong, used, too old, tried too often, or never sent. */
    public record Refused() implements Answer {}

    public record TooManyAttempts() implements Outcome, Answer {}

    @Inject
    private RecordedPeople people;

    @Inject
    private PersonKeys keys;

    @Inject
    private RateLimits limits;

    @Inject
    private DataCipher cipher;

    @Inject
    private Jobs jobs;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    @Inject
    private Event<AuditedEvent> trail;

    /** As somebody has typed it, with or without separators. */
    @Requires(Permission.ANYONE)
    public Outcome ask(String documentNumber, LocalDate birth, String networkAddress, Locale language) {
        String number = plain(documentNumber);
        if (number.length() < SHORTEST_NUMBER || number.length() > LONGEST_NUMBER) {
            throw new RuleViolation("citizen.proof.document-odd");
        }
        if (birth.isAfter(LocalDate.now(clock))) {
            throw new RuleViolation("citizen.proof.birth-odd");
        }
        String document = HexFormat.of().formatHex(keys.document(number));
        if (!limits.allow("proof-asked-address", networkAddress, ASKED_FROM_ADDRESS, ASKED_WINDOW)
                || !limits.allow(
                        "proof-asked-both",
                        document + "\n" + networkAddress,
                        ASKED_FOR_DOCUMENT_FROM_ADDRESS,
                        ASKED_WINDOW)) {
            return new TooManyAttempts();
        }
        PublicId id = PublicId.random();
        Instant now = clock.instant();
        Instant until = now.plus(LIFE);
        sql.update(
                "INSERT INTO citizen_proof (id, public_id, asked, language, asked_at, ends_at) VALUES"
                        + " (NEXT VALUE FOR citizen_proof_seq, ?, ?, ?, ?, ?)",
                id,
                cipher.seal(number + BETWEEN + birth),
                language.getLanguage(),
                now,
                until);
        jobs.enqueue(ProofJob.NAME, id.toString());
        return new Asked(id, until);
    }

    /** No document has eleven digits: the zero in front of twelve was left out. */
    static String plain(String documentNumber) {
        String number = documentNumber.replaceAll("[^\\p{L}\\p{N}]", "").toUpperCase(Locale.ROOT);
        return number.matches("[0-9]{11}") ? "0" + number : number;
    }

    static byte[] codeKey(DataCipher cipher, PublicId proof, String code) {
        return cipher.match("phone-proof", proof + BETWEEN + code);
    }

    private record Held(long id, byte[] asked, byte @Nullable [] codeHash, int tries, Instant endsAt, boolean used) {
        boolean isOpen(Instant now) {
            return !used && tries < MOST_TRIES && now.isBefore(endsAt);
        }
    }

    /** Once: what was proved is proved to whoever typed the code, and to nobody again. */
    @Requires(Permission.ANYONE)
    public Answer prove(PublicId proof, String typedCode, String networkAddress) {
        if (!limits.allow("proof-typed-address", networkAddress, TYPED_FROM_ADDRESS, TYPED_WINDOW)) {
            return new TooManyAttempts();
        }
        byte[] typed = codeKey(cipher, proof, typedCode.replaceAll("\\s", ""));
        Optional<Held> held = sql.first(
                "SELECT id, asked, code_hash, tries, ends_at, used_at IS NOT NULL FROM citizen_proof WHERE public_id = ? FOR"
                        + " UPDATE",
                row -> new Held(
                        row.getLong(1),
                        row.getBytes(2),
                        row.getBytes(3),
                        row.getInt(4),
                        row.getTimestamp(5).toInstant(),
                        row.getBoolean(6)),
                proof);
        Instant now = clock.instant();
        if (held.isEmpty() || !held.get().isOpen(now)) {
            return new Refused();
        }
        byte[] sent = held.get().codeHash();
        boolean right = MessageDigest.isEqual(typed, sent == null ? NO_CODE : sent);
        sql.update(
                "UPDATE citizen_proof SET tries = tries + 1, used_at = ? WHERE id = ?",
                right ? now : null,
                held.get().id());
        return right ? proved(proof, held.get().asked()) : new Refused();
    }

    private Answer proved(PublicId proof, byte[] asked) {
        String[] parts = cipher.open(asked).split(BETWEEN, -1);
        Optional<RecordedPeople.Recorded> person = people.find(Actor.PORTAL, parts[0], LocalDate.parse(parts[1]));
        if (person.isEmpty()) {
            return new Refused();
        }
        trail.fire(new CitizenEvent("citizen.proved", "phone-proof", proof.toString(), Map.of()));
        return new Proved(person.get());
    }
}
