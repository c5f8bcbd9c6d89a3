package vn.khanhhoa.thecovid.eligibility;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A version of a kind of exception.
 *
 * @param code by which criteria sets name it
 * @param atPost what somebody at a checkpoint or door does with one
 * @param mostDays that one holds at most; none for no bound
 * @param medical only the person and the health office may know that somebody has one
 */
public record ExceptionKind(
        String code,
        String nameVi,
        String nameEn,
        String evidenceVi,
        String evidenceEn,
        String atPostVi,
        String atPostEn,
        @Nullable Integer mostDays,
        boolean medical,
        LocalDate from,
        @Nullable LocalDate to) {
    boolean holdsOn(LocalDate day) {
        return !from.isAfter(day) && (to == null || !to.isBefore(day));
    }
}
