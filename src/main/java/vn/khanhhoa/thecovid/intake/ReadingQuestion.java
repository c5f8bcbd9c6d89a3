package vn.khanhhoa.thecovid.intake;

import java.util.List;

/** The file can be read in more than one way; rows handed over so far are void until the sender has chosen. */
public sealed interface ReadingQuestion extends Reading {
    /** Several sheets have the headings of the template. */
    record WhichSheet(List<SheetOffer> sheets) implements ReadingQuestion {
        public WhichSheet {
            sheets = List.copyOf(sheets);
        }
    }

    /** The text looks as if it was typed in an old font. */
    record ConvertOldFont(String font, List<Sample> samples) implements ReadingQuestion {
        public ConvertOldFont {
            samples = List.copyOf(samples);
        }
    }

    /** @param rows rows with data below the headings */
    record SheetOffer(String name, int rows) {}

    record Sample(String given, String converted) {}
}
