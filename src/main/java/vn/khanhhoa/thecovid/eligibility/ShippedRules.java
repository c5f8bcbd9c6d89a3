package vn.khanhhoa.thecovid.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import vn.khanhhoa.thecovid.eligibility.criteria.CriteriaDraft;
import vn.khanhhoa.thecovid.eligibility.criteria.CriteriaFile;
import vn.khanhhoa.thecovid.eligibility.matrix.MatrixFile;

/**
 * What a portal begins with: the matrix and the criteria sets that come with it, nowhere in force. Nobody changes them; a
 * health officer compares one with a document before it is put in force, as any other.
 */
@ApplicationScoped
class ShippedRules {
    @Inject
    private StoredRules stored;

    @Inject
    private Clock clock;

    /** Once for a database: their ids are below those of the sequence. */
    @Transactional
    void load(@Observes @Initialized(ApplicationScoped.class) Object event) {
        long id = 1;
        stored.addShipped(id++, RuleKind.MATRIX, matrix(), clock.instant());
        for (RuleText set : criteria()) {
            stored.addShipped(id++, RuleKind.CRITERIA, set, clock.instant());
        }
    }

    static RuleText matrix() {
        return new RuleText(
                "DK-2021-10",
                "Bảng điều kiện áp dụng có sẵn (đề xuất năm 2021)",
                "Condition matrix that comes with the portal (proposed in 2021)",
                "",
                MatrixFile.shipped());
    }

    static List<RuleText> criteria() {
        return CriteriaFile.shipped().stream()
                .flatMap(text -> CriteriaFile.read(text).draft().stream())
                .map(ShippedRules::text)
                .toList();
    }

    static RuleText text(CriteriaDraft table) {
        return new RuleText(table.code(), table.nameVi(), table.nameEn(), table.document(), CriteriaFile.write(table));
    }
}
