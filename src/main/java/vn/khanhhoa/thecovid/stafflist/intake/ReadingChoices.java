package vn.khanhhoa.thecovid.stafflist.intake;

import java.util.Optional;

/**
 * What the sender chose where a file can be read in more than one way.
 *
 * @param sheet name of the sheet to read
 * @param convertOldFont whether text that looks like an old font's is converted
 */
public record ReadingChoices(Optional<String> sheet, Optional<Boolean> convertOldFont) {
    public static final ReadingChoices NONE = new ReadingChoices(Optional.empty(), Optional.empty());
}
