package vn.khanhhoa.thecovid.eligibility.criteria;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a fact is about. */
public enum FactKind {
    DOSE(CodeList.VACCINE),
    NEGATIVE_TEST(CodeList.METHOD),
    POSITIVE_TEST(CodeList.METHOD),
    /** Pending, indeterminate, or a positive pool, which says of no person that they are positive. */
    UNDECIDED_TEST(CodeList.METHOD),
    TREATMENT(null),
    RECOVERY(CodeList.CERTIFICATE),
    CLOSE_CONTACT(null),
    QUARANTINE_ORDER(CodeList.ORDER),
    /** The person lives in a zone of this state. */
    RESIDENCE_ZONE(CodeList.ZONE),
    EXCEPTION_CASE(CodeList.EXCEPTION),
    /** The person works in a trade that must be tested regularly. */
    PERIODIC_TESTS(null);

    private static final FactKind[] ALL = values();

    private final @Nullable CodeList list;

    FactKind(@Nullable CodeList list) {
        this.list = list;
    }

    /** The list that the code of such a fact is from; empty where it has none. */
    public Optional<CodeList> list() {
        return Optional.ofNullable(list);
    }

    static FactKind of(int bit) {
        return ALL[Integer.numberOfTrailingZeros(bit)];
    }

    @SuppressWarnings("EnumOrdinal") // kept nowhere
    int bit() {
        return 1 << ordinal();
    }
}
