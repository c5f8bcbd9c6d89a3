package vn.khanhhoa.thecovid.stafflist.intake;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * One line of a {@link GeneratedList}: a person whose data agree, then what happens to such data on the way. Rates in
 * tenths of a percent; those of identities are measured ones (26 % unlike the register, 4.6 % missing or malformed; the
 * 3.5 % that no register can verify look like any others), 8 % of shared phones and 5 % of other tone marks are estimates,
 * and those of spreadsheet accidents are set high on purpose.
 */
final class GeneratedLine {
    private static final int THOUSAND = 1_000;
    private static final String SEX_CONTRADICTS = "document_number|sex";
    private static final String YEAR_CONTRADICTS = "document_number|birth_date";

    /** How whoever made the file works: one for all its lines. */
    record Habit(boolean workbook, boolean monthFirst, boolean americanSpreadsheet) {
        static Habit of(Random random) {
            boolean workbook = random.nextInt(10) < 7;
            int order = random.nextInt(50);
            return new Habit(workbook, order == 0, workbook && order == 1);
        }
    }

    private static final String[] SURNAMES = {"Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Đặng", "Bùi", "Đỗ", "Mấu"
    };
    private static final String[] MIDDLE = {"Văn", "Thị", "Quốc", "Ngọc", "Hữu", "Đình", "Minh", "Thúy"};
    private static final String[] GIVEN = {"An", "Bình", "Hòa", "Hiếu", "Nguyệt", "Quyên", "Sơn", "Tuấn", "Vy", "Đức"};
    private static final String[] PLACES = {"056", "056", "056", "058", "001", "008", "079", "066", "046", "040"};
    private static final String[] OLD_PREFIXES = {"0168:038", "0120:070", "0123:083", "0186:056", "0199:059"};
    private static final String[] HIDDEN = {"\u00A0", "\u200B ", "\t", " \uFEFF"};

    /** The letters of the names above, then each in VNI and in TCVN3. */
    private static final String[] OLD_FONTS = {
        "ễ eã Ô", "ầ aà Ç", "ê eâ ª", "ạ aï ¹", "ỳ yø ú", "õ oõ â", "Đ Ñ §", "ặ aë Æ", "ù uø ï", "ỗ oã ç", "ấ aá Ê",
        "ă aê ¨", "ị ò Þ", "ố oá è", "ọ oï ä", "ữ öõ ÷", "ú uù ó", "ì ì ×", "ò oø ß", "ế eá Õ", "ệ eä Ö", "ơ ô ¬",
        "ứ öù ø"
    };

    private final Random random;
    private final Habit habit;
    private final ReferenceLists lists;
    private final Map<String, String> cells = new HashMap<>();
    private final Map<String, CellHint> hints = new HashMap<>();
    private final Map<String, String> meant = new HashMap<>();
    private final Set<String> doubtful = new HashSet<>();
    private final Set<String> faults = new TreeSet<>();
    private boolean female;
    private LocalDate birth = LocalDate.EPOCH;

    GeneratedLine(Random random, Habit habit, ReferenceLists lists, LocalDate today, long seed, int index) {
        this.random = random;
        this.habit = habit;
        this.lists = lists;
        person(today, seed, index);
        document(seed, index);
        birthDate();
        phone();
        name();
        place();
        period(today);
        leaveOut();
    }

    /** The same person once more, further down. */
    static GeneratedLine again(GeneratedList.Line first, int index) {
        return new GeneratedLine(first, index);
    }

    private GeneratedLine(GeneratedList.Line first, int index) {
        this.random = new Random(index);
        this.habit = new Habit(false, false, false);
        this.lists = ListFiles.LISTS;
        List<FormColumn> columns = ListFiles.form().columns();
        for (int i = 0; i < columns.size(); i++) {
            cells.put(columns.get(i).key(), first.cells().get(i));
            if (first.hints().containsKey(i)) {
                hints.put(columns.get(i).key(), first.hints().get(i));
            }
        }
        meant.putAll(first.meant());
        doubtful.addAll(first.doubtful());
        faults.addAll(first.faults());
        doubtful.add("document_number");
        faults.add("twice in the list");
        say("ordinal", Integer.toString(index + 1));
    }

    GeneratedList.Line finish() {
        Map<Integer, CellHint> byPosition = new HashMap<>();
        hints.forEach((key, hint) -> byPosition.put(ListFiles.index(key), hint));
        cells.forEach((key, text) -> {
            if ("".equals(meant.get(key))) {
                meant.remove(key);
            }
        });
        return new GeneratedList.Line(ListFiles.row(cells), Map.copyOf(byPosition), meant, doubtful, faults);
    }

    private boolean happens(int perThousand, String fault) {
        boolean happens = random.nextInt(THOUSAND) < perThousand;
        if (happens && !fault.isEmpty()) {
            faults.add(fault);
        }
        return happens;
    }

    private String pick(String[] from) {
        return from[random.nextInt(from.length)];
    }

    private void say(String column, String text) {
        write(column, text, text);
    }

    private void write(String column, String text, String meaning) {
        cells.put(column, text);
        meant.put(column, meaning);
    }

    /** What stands there would make the sender's own clerk ask back. */
    private void doubt(String column, String text) {
        cells.put(column, text);
        doubtful.add(column);
    }

    private void number(String column) {
        if (habit.workbook()) {
            hints.put(column, CellHint.NUMBER);
        }
    }

    private void person(LocalDate today, long seed, int index) {
        female = random.nextBoolean();
        birth = today.minusDays(17L * 366 + random.nextInt(45 * 365));
        say("ordinal", Integer.toString(index + 1));
        write("nationality", "", "Việt Nam");
        say("full_name", pick(SURNAMES) + " " + pick(MIDDLE) + " " + pick(GIVEN));
        write("sex", female ? "Nữ" : "Nam", female ? "FEMALE" : "MALE");
        if (happens(30, "sex in other words")) {
            cells.put("sex", female ? "NU" : "M");
        }
        say("address", 1 + random.nextInt(200) + " Trần Phú");
        say("position", "Công nhân");
        Choice workplace =
                lists.workplaces().get(random.nextInt(lists.workplaces().size()));
        write("workplace", workplace.name(), workplace.code());
        Choice activity = lists.activities().get(0);
        write("activities", activity.label(), activity.code());
        if (happens(5, "workplace not registered")) {
            doubt("workplace", "Kho chưa đăng ký " + seed % 7);
        }
    }

    private void document(long seed, int index) {
        int sort = random.nextInt(THOUSAND);
        if (sort < 120) {
            write("document_kind", "CMND", "CMND");
            oldCard(String.format("%s%06d", sort < 15 ? "023" : "225", unique(seed, index)));
        } else if (sort < 130) {
            write("document_kind", "Hộ chiếu", "PASSPORT");
            say("document_number", String.format("B%07d", unique(seed, index)));
        } else {
            write("document_kind", "CCCD/Căn cước", "CCCD");
            card(String.format(
                    "%s%d%02d%06d",
                    pick(PLACES),
                    (birth.getYear() >= 2000 ? 2 : 0) + (female ? 1 : 0),
                    birth.getYear() % 100,
                    unique(seed, index)));
        }
        spoilDocument();
    }

    /** Different within a list, which has fewer than a million lines. */
    private static int unique(long seed, int index) {
        return (int) Math.floorMod(seed * 7_919 + index * 31L, 1_000_000L);
    }

    private void oldCard(String number) {
        say("document_number", number);
        if (number.startsWith("0") && happens(500, "zeros of the identity number lost")) {
            cells.put("document_number", number.substring(1));
            number("document_number");
            if (!habit.workbook()) {
                doubtful.add("document_number");
            }
        }
    }

    private void card(String number) {
        say("document_number", number);
        if (happens(260, "identity unlike the register")) {
            switch (random.nextInt(5)) {
                case 0 -> {
                    write("sex", female ? "Nam" : "Nữ", female ? "MALE" : "FEMALE");
                    doubtful.add(SEX_CONTRADICTS);
                    faults.add("sex contradicts the number");
                }
                case 1 -> {
                    birth = birth.minusYears(1 + random.nextInt(3));
                    doubtful.add(YEAR_CONTRADICTS);
                    faults.add("birth year contradicts the number");
                }
                // The others only a register can see: another last digit, name or birthday.
                default -> {}
            }
        }
        if (happens(80, "zeros of the identity number lost")) {
            String lost = number.replaceFirst("^0+", "");
            cells.put("document_number", lost);
            number("document_number");
        } else if (happens(40, "identity number with separators")) {
            cells.put(
                    "document_number",
                    number.substring(0, 3) + " " + number.substring(3, 6) + "." + number.substring(6));
        }
    }

    private void spoilDocument() {
        if (!happens(46, "identity number missing or malformed")) {
            return;
        }
        String number = meant.getOrDefault("document_number", "");
        hints.remove("document_number");
        // Once it is mended, what it contradicts is seen.
        doubtful.remove(YEAR_CONTRADICTS);
        doubtful.remove(SEX_CONTRADICTS);
        switch (random.nextInt(7)) {
            case 0 -> doubt("document_number", "");
            case 1 ->
                doubt(
                        "document_number",
                        new StringBuilder(number).deleteCharAt(4).toString());
            case 2 -> doubt("document_number", number + random.nextInt(10) + "00000");
            case 3 -> doubt("document_number", "5.60" + random.nextInt(1000) + "E+10");
            case 4 -> doubt("document_number", number.substring(0, number.length() - 1) + "?");
            case 5 -> doubt("document_number", "mất giấy tờ");
            default -> {
                boolean old = "CMND".equals(meant.get("document_kind"));
                write("document_kind", old ? "Căn cước" : "CMND", old ? "CCCD" : "CMND");
                cells.put("document_number", number);
                doubtful.add("document_number");
            }
        }
    }

    private void birthDate() {
        String day = CellFormats.text(birth);
        write("birth_date", day, day);
        if (habit.monthFirst() || habit.americanSpreadsheet()) {
            turnBirthDate();
            return;
        }
        boolean confirmed = "CCCD".equals(meant.get("document_kind"))
                && !doubtful.contains("document_number")
                && !doubtful.contains(YEAR_CONTRADICTS);
        switch (random.nextInt(40)) {
            case 0, 1, 2 -> say("birth_date", Integer.toString(birth.getYear()));
            case 3 -> say("birth_date", day.substring(3));
            case 4 -> write("birth_date", "00/00/" + birth.getYear(), Integer.toString(birth.getYear()));
            case 5 -> write("birth_date", birth.toString(), day);
            case 6 -> yearAsDate(confirmed);
            case 7 -> shortYear(confirmed);
            case 8 -> {
                faults.add("impossible birth date");
                doubt("birth_date", random.nextBoolean() ? "31/02/1990" : "05/10/2031");
            }
            case 9 -> {
                faults.add("birth date as a day count");
                doubt("birth_date", Long.toString(birth.toEpochDay() + 25_569));
            }
            default -> {
                if (habit.workbook() && random.nextBoolean()) {
                    hints.put("birth_date", CellHint.DATE);
                }
            }
        }
    }

    /** Files of one habit: every date month first, or days above the twelfth as texts and the others turned around. */
    private void turnBirthDate() {
        String day = CellFormats.text(birth);
        String turned = day.substring(3, 6) + day.substring(0, 3) + day.substring(6);
        boolean ambiguous = birth.getDayOfMonth() <= 12 && birth.getDayOfMonth() != birth.getMonthValue();
        faults.add("month first");
        if (habit.monthFirst() || birth.getDayOfMonth() <= 12) {
            cells.put("birth_date", turned);
        }
        if (habit.americanSpreadsheet() && birth.getDayOfMonth() <= 12) {
            hints.put("birth_date", CellHint.DATE);
        }
        if (ambiguous) {
            doubtful.add("birth_date");
        }
    }

    private void yearAsDate(boolean confirmed) {
        faults.add("year taken for a day count");
        String year = Integer.toString(birth.getYear());
        write("birth_date", CellFormats.none(false).date(year), year);
        if (habit.workbook()) {
            hints.put("birth_date", CellHint.YEAR_AS_DATE);
        } else if (!confirmed) {
            doubtful.add("birth_date");
        }
    }

    private void shortYear(boolean confirmed) {
        faults.add("year of two digits");
        String day = CellFormats.text(birth);
        cells.put("birth_date", day.substring(0, 6) + day.substring(8));
        boolean clear = birth.getYear() % 100 > 40 || birth.getYear() % 100 < 11;
        boolean contradicted = doubtful.contains(YEAR_CONTRADICTS);
        if (!confirmed && !clear || contradicted) {
            doubtful.add("birth_date");
        }
    }

    private void phone() {
        String rest = String.format("%06d", random.nextInt(THOUSAND * THOUSAND));
        say("phone", "0905" + rest);
        if (happens(80, "no phone")) {
            say("phone", "");
        } else if (happens(80, "phone of the family")) {
            say("phone", "0914000111");
        } else if (happens(60, "zero of the phone lost")) {
            cells.put("phone", "905" + rest);
            number("phone");
        } else if (happens(40, "old phone number")) {
            String[] prefix = pick(OLD_PREFIXES).split(":");
            boolean lost = random.nextInt(3) == 0;
            write("phone", prefix[0].substring(lost ? 1 : 0) + "1" + rest, prefix[1] + "1" + rest);
        } else if (happens(40, "phone in other ways")) {
            cells.put(
                    "phone",
                    random.nextBoolean() ? "+84 905" + rest : "0905." + rest.substring(0, 3) + " " + rest.substring(3));
        } else if (happens(20, "phone malformed")) {
            String[] bad = {
                "0905 12", "0905" + rest + "9", "0955" + rest, "9.05123E+08", "0905" + rest + " / 0914" + rest
            };
            doubt("phone", pick(bad));
        }
    }

    private void name() {
        String name = meant.getOrDefault("full_name", "");
        if (happens(50, "tone marks placed otherwise")) {
            String other = name.replace("Hòa", "Hoà").replace("Thúy", "Thuý");
            say("full_name", other);
        } else if (happens(50, "capitals")) {
            say("full_name", name.toUpperCase(Locale.ROOT));
        } else if (happens(40, "marks apart from their letters")) {
            cells.put("full_name", Normalizer.normalize(name, Normalizer.Form.NFD));
        } else if (happens(40, "characters that cannot be seen")) {
            cells.put("full_name", name.replaceFirst(" ", pick(HIDDEN)));
        } else if (happens(20, "a dot too many")) {
            cells.put("full_name", "  " + name + ".");
        } else if (name.contains("Đ") && happens(60, "look-alike")) {
            cells.put("full_name", name.replace('Đ', random.nextBoolean() ? '\u00D0' : '\u0189'));
        } else if (happens(20, "old font")) {
            String converted = inOldFont(name, 1 + random.nextInt(2));
            doubt("full_name", converted);
        } else if (happens(10, "not a name")) {
            String[] bad = {"Lê 2", "Ng", "?", "Trần V@n"};
            doubt("full_name", pick(bad).replace("Ng", "N"));
        }
    }

    private static String inOldFont(String name, int font) {
        StringBuilder converted = new StringBuilder();
        for (char c : name.toCharArray()) {
            String letter = String.valueOf(c);
            for (String old : OLD_FONTS) {
                if (old.charAt(0) == c) {
                    letter = old.split(" ")[font];
                }
            }
            converted.append(letter);
        }
        return converted.toString();
    }

    private void place() {
        Choice commune = lists.communes().get(random.nextInt(lists.communes().size()));
        Choice first = lists.communes().get(0);
        write("residence", commune.label(), commune.code());
        if (happens(40, "")) {
            write("residence", "Ngoài tỉnh", ReferenceLists.OUTSIDE);
            if (happens(100, "outside without address")) {
                doubt("address", "");
            }
        } else if (happens(150, "")) {
            cells.put("residence", commune.code());
        } else if (happens(60, "commune in other words")) {
            String kind = commune.name()
                    .replace("Phường ", "P.")
                    .replace("Xã ", "x. ")
                    .replace("Thị trấn ", "TT ");
            String district = commune.within().replace("Thành phố ", "TP. ").replace("Huyện ", "H. ");
            cells.put("residence", commune.within().isEmpty() ? kind : kind + ", " + district);
        } else if (happens(10, "commune of several places")) {
            doubt("residence", "Vạn Thắng");
        } else if (happens(10, "code of another commune")) {
            doubt("residence", first.code() + " – Phường Tân Tiến");
        } else if (happens(10, "unknown commune")) {
            doubt("residence", random.nextBoolean() ? "Xã Không Có" : first.name() + ", Bến Cát, Bình Dương");
        }
    }

    private void period(LocalDate today) {
        String from = CellFormats.text(today);
        String to = CellFormats.text(today.plusDays(30 + random.nextInt(60)));
        say("valid_from", from);
        say("valid_to", to);
        if (happens(10, "period reversed or over")) {
            doubt("valid_to", CellFormats.text(today.minusDays(1 + random.nextInt(20))));
        } else if (happens(5, "period too long")) {
            doubt("valid_to", CellFormats.text(today.plusDays(400)));
        }
    }

    private void leaveOut() {
        if (happens(15, "required cell empty")) {
            String[] required = {
                "sex", "workplace", "activities", "residence", "valid_from", "document_kind", "full_name"
            };
            String column = pick(required);
            doubt(column, "");
            if (column.equals("sex") || column.equals("document_kind")) {
                withoutConfirmation(column.equals("document_kind"));
            }
        }
    }

    /** A number that lost zeros needs sex and kind; a year that may be of two centuries, a number that is whole. */
    private void withoutConfirmation(boolean kindMissing) {
        boolean numberLost = faults.contains("zeros of the identity number lost");
        if (numberLost && (kindMissing || "CCCD".equals(meant.get("document_kind")))) {
            doubtful.add("document_number");
        }
        int year = birth.getYear() % 100;
        boolean unclear = faults.contains("year of two digits") && year > 10 && year < 41
                || faults.contains("year taken for a day count") && !habit.workbook();
        if (unclear && (numberLost || kindMissing)) {
            doubtful.add("birth_date");
        }
    }
}
