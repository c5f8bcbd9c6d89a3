package vn.khanhhoa.thecovid.intake;

import java.util.List;

/**
 * The upload is refused as a whole; rows that were handed over before the reason was met are void.
 *
 * @param unmatched headings and columns that did not find each other, where that is the reason
 */
public record Unreadable(UnreadableCode code, List<Object> args, UnmatchedHeadings unmatched) implements Reading {
    public Unreadable {
        args = List.copyOf(args);
    }

    public Unreadable(UnreadableCode code, List<Object> args) {
        this(code, args, UnmatchedHeadings.NONE);
    }

    /** Key of the sentence for the sender. */
    public String messageKey() {
        return "intake." + code.key();
    }
}
