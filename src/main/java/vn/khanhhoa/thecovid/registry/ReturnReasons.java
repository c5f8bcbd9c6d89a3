package vn.khanhhoa.thecovid.registry;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;

/** Those of the reviewers' reasons that fit a registration; the catalogue of reasons itself belongs to the review. */
@Dependent
class ReturnReasons {
    static final String OTHER = "R99";
    private static final List<String> FITTING = List.of("R02", "R09", "R03", OTHER);

    @Inject
    private EntityManager entities;

    @SuppressWarnings("unchecked")
    List<ReturnReason> all() {
        List<Object[]> rows = entities.createNativeQuery(
                        "SELECT code, name_vi, name_en, text_vi, text_en FROM review_reason"
                                + " WHERE code IN (:codes) AND outcomes LIKE '%RETURN%' ORDER BY position")
                .setParameter("codes", FITTING)
                .getResultList();
        return rows.stream()
                .map(row -> new ReturnReason(
                        (String) row[0], (String) row[1], (String) row[2], (String) row[3], (String) row[4]))
                .toList();
    }
}
