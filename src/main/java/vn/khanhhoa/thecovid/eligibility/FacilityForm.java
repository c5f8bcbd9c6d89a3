package vn.khanhhoa.thecovid.eligibility;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a facility.
 *
 * @param code by which records name it
 * @param feeCharging whether people pay there themselves
 * @param to last day; null for none
 */
public record FacilityForm(
        String code,
        String name,
        FacilityKind kind,
        long areaId,
        boolean feeCharging,
        LocalDate from,
        @Nullable LocalDate to) {}
