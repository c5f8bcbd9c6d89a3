package vn.khanhhoa.thecovid.citizen;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.eligibility.RecordedPeople;
import vn.khanhhoa.thecovid.platform.RateLimits;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.crypto.DataCipher;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.MobileNumber;

/** Looks for whoever a proof is about, and sends the code: behind the answer, which therefore tells nothing of it. */
@ApplicationScoped
@Transactional
class ProofSteps {
    private static final int CODES = 1_000_000;
    private static final int CODES_TO_PHONE = 5;
    private static final Duration PHONE_WINDOW = Duration.ofHours(1);
    private static final int CODES_TO_PHONE_A_DAY = 15;
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration KEPT = Duration.ofDays(1);
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    private RecordedPeople people;

    @Inject
    private RateLimits limits;

    @Inject
    private DataCipher cipher;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    @Inject
    private Event<PhoneCodeMade> made;

    private record Asked(String document, LocalDate birth, Locale language, Instant until) {}

    /** Once for each proof, however often the job runs. */
    void send(PublicId proof) {
        Instant now = clock.instant();
        Optional<Asked> asked = sql.first(
                "SELECT asked, language, ends_at FROM citizen_proof WHERE public_id = ? AND looked_up_at IS NULL FOR UPDATE",
                row -> {
                    String[] parts = cipher.open(row.getBytes(1)).split(PhoneProof.BETWEEN, -1);
                    return new Asked(
                            parts[0],
                            LocalDate.parse(parts[1]),
                            Locale.forLanguageTag(row.getString(2)),
                            row.getTimestamp(3).toInstant());
                },
                proof);
        asked.ifPresent(each -> {
            Optional<String> code =
                    phone(each).filter(phone -> now.isBefore(each.until())).map(phone -> code(proof, phone, each));
            sql.update(
                    "UPDATE citizen_proof SET looked_up_at = ?, code_hash = ? WHERE public_id = ?",
                    now,
                    code.map(sent -> PhoneProof.codeKey(cipher, proof, sent)).orElse(null),
                    proof);
        });
    }

    /** What is asked with another date of birth counts for nobody: else anybody could use up somebody's codes. */
    private Optional<MobileNumber> phone(Asked asked) {
        return people.find(Actor.PORTAL, asked.document(), asked.birth())
                .map(RecordedPeople.Recorded::phone)
                .flatMap(MobileNumber::parse)
                .filter(phone -> limits.allow("proof-phone", phone.digits(), CODES_TO_PHONE, PHONE_WINDOW)
                        && limits.allow("proof-phone-day", phone.digits(), CODES_TO_PHONE_A_DAY, DAY));
    }

    private String code(PublicId proof, MobileNumber phone, Asked asked) {
        String code = String.format(Locale.ROOT, "%06d", RANDOM.nextInt(CODES));
        made.fire(new PhoneCodeMade(proof, phone, code, asked.until(), asked.language()));
        return code;
    }

    /** What is over for a day is forgotten. */
    void forget() {
        sql.update(
                "DELETE FROM citizen_proof WHERE ends_at < ? ORDER BY ends_at LIMIT 5000",
                clock.instant().minus(KEPT));
    }
}
