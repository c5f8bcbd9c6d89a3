package vn.khanhhoa.thecovid.eligibility;

import java.time.Instant;
import vn.khanhhoa.thecovid.registry.AreaView;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * A criteria set or a matrix put in force for a place and those within it that have none of their own.
 *
 * @param number counts the orders of the place
 * @param from the first moment at which it holds
 * @param enteredAt since when that is known
 */
public record RuleOrderView(
        PublicId setId,
        String code,
        String nameVi,
        String nameEn,
        AreaView place,
        int number,
        String document,
        Instant from,
        Instant enteredAt,
        String enterer) {}
