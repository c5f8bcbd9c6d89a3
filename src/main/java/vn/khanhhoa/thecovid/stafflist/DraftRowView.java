package vn.khanhhoa.thecovid.stafflist;

import java.util.List;

/** A line of a draft and everything wrong with it. */
public record DraftRowView(long id, int number, String name, List<Problem> problems) {
    /**
     * @param columnVi heading of the column; empty for the line as a whole
     * @param key of the sentence, whose gaps the arguments fill
     */
    public record Problem(String columnVi, String columnEn, boolean error, String key, Object[] args) {}
}
