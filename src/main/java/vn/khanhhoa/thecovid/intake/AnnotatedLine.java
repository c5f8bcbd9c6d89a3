package vn.khanhhoa.thecovid.intake;

import java.util.List;
import java.util.Map;

/**
 * A line to be written into an {@link AnnotatedWorkbook}.
 *
 * @param ref the id by which the line is known again
 * @param number of the line in its list
 * @param texts that count, by column key
 * @param told what became of the line, below the headings that the workbook has for it; empty where it has none
 */
public record AnnotatedLine(String ref, int number, Map<String, String> texts, List<Note> notes, List<String> told) {
    /** What is to be said of a cell; what is worse comes first. */
    public enum Tone {
        ERROR,
        WARNING,
        REPAIR
    }

    /**
     * @param column key of the column, empty for the line as a whole
     * @param sentence in words, with what was given where the text was repaired
     */
    public record Note(String column, Tone tone, String sentence) {}

    public AnnotatedLine {
        notes = List.copyOf(notes);
        told = List.copyOf(told);
    }

    public AnnotatedLine(String ref, int number, Map<String, String> texts, List<Note> notes) {
        this(ref, number, texts, notes, List.of());
    }
}
