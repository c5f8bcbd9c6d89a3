package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import vn.khanhhoa.thecovid.intake.IdentityDocument;
import vn.khanhhoa.thecovid.person.People;
import vn.khanhhoa.thecovid.platform.RateLimits;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/** Whether somebody knows code and document of an entry that its person sent; how often they may try is limited. */
@ApplicationScoped
class IndividualProofs {
    private static final int PROOFS_FROM_ADDRESS = 5;
    private static final int PROOFS = 50;
    private static final Duration PROOF_WINDOW = Duration.ofHours(6);
    private static final String BY_BOTH = "own-entry-address";
    private static final String BY_CODE = "own-entry";

    private record Owned(long entryId, long personId) {}

    @Inject
    private Entries entries;

    @Inject
    private People people;

    @Inject
    private RateLimits limits;

    @Inject
    private Sql sql;

    /** The entry; empty where code and document do not belong together. */
    Optional<Long> entry(RegistrationCode code, String documentNumber, String networkAddress) {
        Optional<Owned> owned = sql.first(
                "SELECT e.id, e.person_id FROM stafflist_entry e JOIN stafflist_individual i ON i.entry_id = e.id WHERE"
                        + " e.code_hash = ?",
                row -> new Owned(row.getLong(1), row.getLong(2)),
                (Object) entries.codeKey(code));
        String fromHere = code.text() + "\n" + networkAddress;
        boolean allowed = limits.allow(BY_BOTH, fromHere, PROOFS_FROM_ADDRESS, PROOF_WINDOW)
                && limits.allow(BY_CODE, code.text(), PROOFS, PROOF_WINDOW);
        long person = owned.map(Owned::personId).orElse(0L);
        boolean known =
                IdentityDocument.meant(documentNumber).stream().anyMatch(number -> people.isDocument(person, number));
        if (!allowed) {
            throw new RuleViolation("stafflist.too-many-proofs");
        }
        if (owned.isEmpty() || !known) {
            return Optional.empty();
        }
        limits.clear(BY_BOTH, fromHere);
        limits.forgive(BY_CODE, code.text());
        return Optional.of(owned.get().entryId());
    }
}
