package vn.khanhhoa.thecovid.intake;

import java.time.LocalDate;

/** Document, sex and birth date of a {@link GeneratedLine}, which tell of each other, and what becomes of them. */
final class GeneratedIdentity {
    private static final String SEX_CONTRADICTS = "document_number|sex";
    private static final String YEAR_CONTRADICTS = "document_number|birth_date";
    private static final String ZEROS_LOST = "zeros of the identity number lost";
    private static final String[] PLACES = {"056", "056", "056", "058", "001", "008", "079", "066", "046", "040"};

    private final LineDraft line;
    private final boolean foreign;
    private boolean female;
    private LocalDate birth;

    GeneratedIdentity(LineDraft line, LocalDate today) {
        this.line = line;
        this.foreign = line.form.code().equals("M09");
        this.female = line.random.nextBoolean();
        this.birth = today.minusDays(17L * 366 + line.random.nextInt(45 * 365));
    }

    void sex() {
        line.write("sex", female ? "Nữ" : "Nam", female ? "FEMALE" : "MALE");
        if (line.happens(30, "sex in other words")) {
            line.cells.put("sex", female ? "NU" : "M");
        }
    }

    void document(long seed, int index) {
        int unique = unique(seed, index);
        int sort = line.random.nextInt(1_000);
        if (foreign) {
            foreignPassport(unique);
            return;
        }
        if (sort < 120) {
            line.write("document_kind", "CMND", "CMND");
            oldCard(String.format("%s%06d", sort < 15 ? "023" : "225", unique));
        } else if (sort < 130) {
            line.write("document_kind", "Hộ chiếu", "PASSPORT");
            line.say("document_number", String.format("B%07d", unique));
        } else {
            line.write("document_kind", "CCCD/Căn cước", "CCCD");
            int centuryAndSex = (birth.getYear() >= 2000 ? 2 : 0) + (female ? 1 : 0);
            card(String.format("%s%d%02d%06d", line.pick(PLACES), centuryAndSex, birth.getYear() % 100, unique));
        }
        spoilDocument();
    }

    /** Different within a list, which has fewer than a million lines. */
    private static int unique(long seed, int index) {
        return (int) Math.floorMod(seed * 7_919 + index * 31L, 1_000_000L);
    }

    private void foreignPassport(int unique) {
        line.write("document_kind", line.random.nextBoolean() ? "" : "Hộ chiếu", "PASSPORT");
        line.say("document_number", String.format("%s%06d", line.pick("M12", "C3", "51", "AB7", "1000", "G"), unique));
        if (line.happens(46, "passport missing or malformed")) {
            line.doubt(
                    "document_number",
                    line.pick(
                            "",
                            "12" + unique % 10,
                            String.format("056085%06d", unique),
                            "5.61E+08",
                            "C12345?7",
                            "đã hết hạn"));
        }
    }

    private void oldCard(String number) {
        line.say("document_number", number);
        if (number.startsWith("0") && line.happens(500, ZEROS_LOST)) {
            line.cells.put("document_number", number.substring(1));
            line.number("document_number");
            if (!line.habit.workbook()) {
                line.doubtful.add("document_number");
            }
        }
    }

    private void card(String number) {
        line.say("document_number", number);
        if (line.happens(260, "identity unlike the register")) {
            switch (line.random.nextInt(5)) {
                case 0 -> {
                    line.write("sex", female ? "Nam" : "Nữ", female ? "MALE" : "FEMALE");
                    line.doubtful.add(SEX_CONTRADICTS);
                    line.faults.add("sex contradicts the number");
                }
                case 1 -> {
                    birth = birth.minusYears(1 + line.random.nextInt(3));
                    line.doubtful.add(YEAR_CONTRADICTS);
                    line.faults.add("birth year contradicts the number");
                }
                // The others only a register can see: another last digit, name or birthday.
                default -> {}
            }
        }
        if (line.happens(80, ZEROS_LOST)) {
            line.cells.put("document_number", number.replaceFirst("^0+", ""));
            line.number("document_number");
        } else if (line.happens(40, "identity number with separators")) {
            line.cells.put(
                    "document_number",
                    number.substring(0, 3) + " " + number.substring(3, 6) + "." + number.substring(6));
        }
    }

    private void spoilDocument() {
        if (!line.happens(46, "identity number missing or malformed")) {
            return;
        }
        String number = line.meant.getOrDefault("document_number", "");
        line.hints.remove("document_number");
        // Once it is mended, what it contradicts is seen.
        line.doubtful.remove(YEAR_CONTRADICTS);
        line.doubtful.remove(SEX_CONTRADICTS);
        switch (line.random.nextInt(7)) {
            case 0 -> line.doubt("document_number", "");
            case 1 ->
                line.doubt(
                        "document_number",
                        new StringBuilder(number).deleteCharAt(4).toString());
            case 2 -> line.doubt("document_number", number + line.random.nextInt(10) + "00000");
            case 3 -> line.doubt("document_number", "5.60" + line.random.nextInt(1000) + "E+10");
            case 4 -> line.doubt("document_number", number.substring(0, number.length() - 1) + "?");
            case 5 -> line.doubt("document_number", "mất giấy tờ");
            default -> {
                boolean old = "CMND".equals(line.meant.get("document_kind"));
                line.write("document_kind", old ? "Căn cước" : "CMND", old ? "CCCD" : "CMND");
                line.cells.put("document_number", number);
                line.doubtful.add("document_number");
            }
        }
    }

    void birthDate() {
        String day = CellFormats.text(birth);
        line.write("birth_date", day, day);
        if (line.habit.monthFirst() || line.habit.americanSpreadsheet()) {
            turn("birth_date", birth);
            return;
        }
        boolean confirmed = "CCCD".equals(line.meant.get("document_kind"))
                && !line.doubtful.contains("document_number")
                && !line.doubtful.contains(YEAR_CONTRADICTS);
        switch (line.random.nextInt(40)) {
            case 0, 1, 2 -> line.say("birth_date", Integer.toString(birth.getYear()));
            case 3 -> line.say("birth_date", day.substring(3));
            case 4 -> line.write("birth_date", "00/00/" + birth.getYear(), Integer.toString(birth.getYear()));
            case 5 -> line.write("birth_date", birth.toString(), day);
            case 6 -> yearAsDate(confirmed);
            case 7 -> shortYear(confirmed);
            case 8 -> {
                line.faults.add("impossible birth date");
                line.doubt("birth_date", line.random.nextBoolean() ? "31/02/1990" : "05/10/2031");
            }
            case 9 -> {
                line.faults.add("birth date as a day count");
                line.doubt("birth_date", Long.toString(birth.toEpochDay() + 25_569));
            }
            default -> {
                if (line.habit.workbook() && line.random.nextBoolean()) {
                    line.hints.put("birth_date", CellHint.DATE);
                }
            }
        }
    }

    /**
     * As files of one habit have dates: every one month first, or those above the twelfth as texts and the others turned
     * around. What was meant is written in the column already.
     */
    void turn(String column, LocalDate day) {
        String text = CellFormats.text(day);
        String turned = text.substring(3, 6) + text.substring(0, 3) + text.substring(6);
        line.faults.add("month first");
        line.cells.put(column, line.habit.monthFirst() || day.getDayOfMonth() <= 12 ? turned : text);
        if (line.habit.americanSpreadsheet() && day.getDayOfMonth() <= 12) {
            line.hints.put(column, CellHint.DATE);
        }
        if (day.getDayOfMonth() <= 12 && day.getDayOfMonth() != day.getMonthValue()) {
            line.doubtful.add(column);
        }
    }

    private void yearAsDate(boolean confirmed) {
        line.faults.add("year taken for a day count");
        String year = Integer.toString(birth.getYear());
        line.write("birth_date", CellFormats.none(false).date(year), year);
        if (line.habit.workbook()) {
            line.hints.put("birth_date", CellHint.YEAR_AS_DATE);
        } else if (!confirmed) {
            line.doubtful.add("birth_date");
        }
    }

    private void shortYear(boolean confirmed) {
        line.faults.add("year of two digits");
        String day = CellFormats.text(birth);
        line.cells.put("birth_date", day.substring(0, 6) + day.substring(8));
        boolean clear = birth.getYear() % 100 > 40 || birth.getYear() % 100 < 11;
        boolean contradicted = line.doubtful.contains(YEAR_CONTRADICTS);
        if (!confirmed && !clear || contradicted) {
            line.doubtful.add("birth_date");
        }
    }

    /** A number that lost zeros needs sex and kind; a year that may be of two centuries, a number that is whole. */
    void withoutConfirmation(boolean kindMissing) {
        boolean numberLost = line.faults.contains(ZEROS_LOST);
        if (numberLost && (kindMissing || "CCCD".equals(line.meant.get("document_kind")))) {
            line.doubtful.add("document_number");
        }
        int year = birth.getYear() % 100;
        boolean unclear = line.faults.contains("year of two digits") && year > 10 && year < 41
                || line.faults.contains("year taken for a day count") && !line.habit.workbook();
        if (unclear && (numberLost || kindMissing)) {
            line.doubtful.add("birth_date");
        }
    }
}
