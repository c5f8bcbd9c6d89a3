package vn.khanhhoa.thecovid.person;

/**
 * Who a line of a list says that somebody is.
 *
 * @param documentKind CCCD, CMND or PASSPORT
 * @param documentNumber without separators, letters in upper case
 * @param birth as far as it is known: {@code 1985-03-07}, {@code 1985-03} or {@code 1985}
 * @param sex MALE or FEMALE
 * @param phone national, with its zero; empty where none is told
 * @param commune code of the commune where they live; empty where it is not told
 */
public record Identity(
        String documentKind,
        String documentNumber,
        String name,
        String birth,
        String sex,
        String phone,
        String commune) {
    private static final int SHOWN = 4;

    public String lastFour() {
        return documentNumber.substring(Math.max(0, documentNumber.length() - SHOWN));
    }

    public int birthYear() {
        return Integer.parseInt(birth.substring(0, 4));
    }

    /** Never prints the number. */
    @Override
    public String toString() {
        return documentKind + " …" + lastFour();
    }
}
