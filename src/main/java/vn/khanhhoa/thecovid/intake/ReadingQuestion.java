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

    /**
     * The headings fit another form clearly better.
     *
     * @param headings that the other form has and the form of the list has not
     */
    record OtherForm(String code, String nameVi, String nameEn, List<String> headings) implements ReadingQuestion {
        public OtherForm {
            headings = List.copyOf(headings);
        }
    }

    /** @param rows rows with data below the headings */
    record SheetOffer(String name, int rows) {}

    record Sample(String given, String converted) {}
}
