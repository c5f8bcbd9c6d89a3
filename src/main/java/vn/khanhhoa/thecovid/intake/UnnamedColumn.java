package vn.khanhhoa.thecovid.intake;

/**
 * A column between others that has no heading, and cells all the same, which were left out.
 *
 * @param letter by which a spreadsheet names it
 */
public record UnnamedColumn(String letter, int cells) {
    private static final int LETTERS = 26;

    /** @param column counted from 0 */
    static String letterOf(int column) {
        StringBuilder letters = new StringBuilder();
        for (int left = column + 1; left > 0; left = (left - 1) / LETTERS) {
            letters.insert(0, (char) ('A' + (left - 1) % LETTERS));
        }
        return letters.toString();
    }

    /** What the sender chooses it by, in place of a heading. */
    public String name() {
        return name(letter);
    }

    static String name(String letter) {
        return "Cột " + letter;
    }
}
