package vn.khanhhoa.thecovid.eligibility;

import java.time.Instant;
import vn.khanhhoa.thecovid.registry.AreaView;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * A set put in force for a place and those within it that have none of their own.
 *
 * @param number counts the orders of the place
 * @param from the first moment at which it holds
 * @param enteredAt since when that is known
 */
public record CriteriaOrderView(
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
