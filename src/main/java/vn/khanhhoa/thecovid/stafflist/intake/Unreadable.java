package vn.khanhhoa.thecovid.stafflist.intake;

import java.util.List;

/** The upload is refused as a whole; rows that were handed over before the reason was met are void. */
public record Unreadable(UnreadableCode code, List<Object> args) implements Reading {
    public Unreadable {
        args = List.copyOf(args);
    }

    /** Key of the sentence for the sender. */
    public String messageKey() {
        return "intake." + code.key();
    }
}
