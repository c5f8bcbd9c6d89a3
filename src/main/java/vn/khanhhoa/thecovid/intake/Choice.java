package vn.khanhhoa.thecovid.intake;

/**
 * A value of a list that the portal fills.
 *
 * @param within what it lies in, to tell equal names apart; may be empty
 */
public record Choice(String code, String name, String within) {
    public static Choice of(String code, String name) {
        return new Choice(code, name, "");
    }

    /** {@code 22327 – Phường Vĩnh Hòa, Thành phố Nha Trang} */
    public String label() {
        return code + " – " + fullName();
    }

    public String fullName() {
        return within.isEmpty() ? name : name + ", " + within;
    }
}
