package vn.khanhhoa.thecovid.eligibility;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a source.
 *
 * @param agencyId whose it is
 * @param eventHours after what a record is about, by which it is to be known; null for none
 * @param resultHours after its result, likewise; the later of the two counts
 * @param countedFrom first day for which there is a deadline; null for all
 */
public record SourceForm(
        String code,
        SourceKind kind,
        String nameVi,
        String nameEn,
        long agencyId,
        @Nullable Integer eventHours,
        @Nullable Integer resultHours,
        @Nullable LocalDate countedFrom) {}
