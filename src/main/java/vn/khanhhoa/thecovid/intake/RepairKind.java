package vn.khanhhoa.thecovid.intake;

import java.util.Locale;

/**
 * Why a text was put right, as the sender is told it. The sentence is {@code intake.repair.<key>}. Composed letters and plain
 * spaces too many are put right without a word, for nobody sees the difference.
 */
public enum RepairKind {
    /** Characters that cannot be seen, spaces of other kinds, full-width letters, punctuation around a text. */
    CHARACTERS,
    /** A letter that only looks like Đ. */
    LOOK_ALIKE,
    /** Text of an old font (TCVN3, VNI), converted after the sender had seen how it reads. */
    OLD_FONT,
    /** A name in small letters alone. */
    NAME_CASE,
    /** A commune without its marks. */
    AREA_NAME,
    /** A workplace without its marks. */
    WORKPLACE_NAME,
    ZERO_LOST,
    OLD_PHONE_NUMBER,
    YEAR_AS_DATE,
    TWO_DIGIT_YEAR,
    DAY_AND_MONTH_TURNED;

    public String key() {
        return "intake.repair." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
