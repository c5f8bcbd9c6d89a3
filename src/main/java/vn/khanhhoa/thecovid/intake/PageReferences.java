package vn.khanhhoa.thecovid.intake;

/** Characters that a page writes by name or number. */
final class PageReferences {
    /** The names of HTML for the characters from U+00A0 to U+00FF, in their order. */
    private static final String[] LATIN =
            ("nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3"
                            + " acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc"
                            + " Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve"
                            + " Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute"
                            + " acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde"
                            + " ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml")
                    .split(" ");

    private PageReferences() {}

    static String character(String name) {
        switch (name) {
            case "amp" -> {
                return "&";
            }
            case "lt" -> {
                return "<";
            }
            case "gt" -> {
                return ">";
            }
            case "quot" -> {
                return "\"";
            }
            case "apos" -> {
                return "'";
            }
            default -> {
                return name.startsWith("#") ? numbered(name) : named(name);
            }
        }
    }

    private static String named(String name) {
        for (int i = 0; i < LATIN.length; i++) {
            if (LATIN[i].equals(name)) {
                return Character.toString(0xA0 + i);
            }
        }
        return "&" + name + ";";
    }

    private static String numbered(String name) {
        boolean hexadecimal = name.startsWith("#x") || name.startsWith("#X");
        try {
            int character = Integer.parseInt(name.substring(hexadecimal ? 2 : 1), hexadecimal ? 16 : 10);
            if (Character.isValidCodePoint(character) && character > 0) {
                return Character.toString(character);
            }
        } catch (NumberFormatException notNumber) {
            return "&" + name + ";";
        }
        return "";
    }
}
