package vn.khanhhoa.thecovid.intake;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * One line of a {@link GeneratedList}: a person whose data agree, then what happens to such data on the way. Rates in
 * tenths of a percent; those of identities are measured ones (26 % unlike the register, 4.6 % missing or malformed; the
 * 3.5 % that no register can verify look like any others), 8 % of shared phones and 5 % of other tone marks are estimates,
 * and those of spreadsheet accidents are set high on purpose.
 */
final class GeneratedLine {
    private static final String[] SURNAMES = {"Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Đặng", "Bùi", "Đỗ", "Mấu"
    };
    private static final String[] MIDDLE = {"Văn", "Thị", "Quốc", "Ngọc", "Hữu", "Đình", "Minh", "Thúy"};
    private static final String[] GIVEN = {"An", "Bình", "Hòa", "Hiếu", "Nguyệt", "Quyên", "Sơn", "Tuấn", "Vy", "Đức"};
    private static final String[] FOREIGN = {"Kim Min-jun", "Ivan Petrov", "Mary O'Neil", "LI WEI", "Nguyen Van John"};
    private static final String[] MINORITIES = {
        "K'Brăm", "H'Hen Niê", "Y Bôn", "Y Thổ Ayũn", "Cao K'Sơn", "Mấu Thị Bích Phanh", "Rơ Châm H'Yéo", "Đinh Yang",
    };

    private static final String[] FOREIGN_LETTERS = {"José Álvarez", "Søren Mørk", "Jürgen Müller", "Zoë Lefèvre"};
    private static final String[] OLD_PREFIXES = {"0168:038", "0120:070", "0123:083", "0186:056", "0199:059"};
    private static final String[] HIDDEN = {"\u00A0", "\t", "\u200B ", " \uFEFF"};

    private final LineDraft line;
    private final GeneratedIdentity identity;

    GeneratedLine(LineDraft line, LocalDate today, long seed, int index) {
        this.line = line;
        this.identity = new GeneratedIdentity(line, today);
        line.say("ordinal", Integer.toString(index + 1));
        name();
        identity.sex();
        identity.document(seed, index);
        identity.birthDate();
        nationality();
        phone();
        insurance();
        place();
        work(seed);
        sector();
        vehicle();
        others();
        period(today);
        leaveOut();
    }

    GeneratedList.Line finish() {
        return line.finish();
    }

    /** The same person once more, further down. */
    static GeneratedList.Line again(GeneratedList.Line first, LineDraft line, int index) {
        line.cells.putAll(first.cells());
        line.hints.putAll(first.hints());
        line.meant.putAll(first.meant());
        line.doubtful.addAll(first.doubtful());
        line.doubtfulUnlessRight.addAll(first.doubtfulUnlessRight());
        line.faults.addAll(first.faults());
        line.doubtful.add("document_number");
        line.faults.add("twice in the list");
        line.say("ordinal", Integer.toString(index + 1));
        return line.finish();
    }

    private void name() {
        if (line.form.code().equals("M09")) {
            boolean letters = line.habit.unicode() && line.happens(100, "foreign letters");
            line.say("full_name", line.pick(letters ? FOREIGN_LETTERS : FOREIGN));
            return;
        }
        String name = line.pick(SURNAMES) + " " + line.pick(MIDDLE) + " " + line.pick(GIVEN);
        line.say("full_name", name);
        boolean unicode = line.habit.unicode();
        if (line.happens(50, "tone marks placed otherwise")) {
            line.say("full_name", name.replace("Hòa", "Hoà").replace("Thúy", "Thuý"));
        } else if (!line.habit.kind().isTcvn3() && line.happens(50, "capitals")) {
            line.say("full_name", name.toUpperCase(Locale.ROOT));
        } else if (unicode && line.happens(40, "small letters")) {
            smallLetters(name);
        } else if (unicode && line.happens(40, "marks apart from their letters")) {
            line.cells.put("full_name", Normalizer.normalize(name, Normalizer.Form.NFD));
        } else if (line.happens(40, "characters that cannot be seen")) {
            String hidden = HIDDEN[line.random.nextInt(unicode ? HIDDEN.length : 2)];
            line.cells.put("full_name", name.replaceFirst(" ", hidden));
        } else if (line.happens(20, "a dot too many")) {
            line.cells.put("full_name", "  " + name + ".");
        } else if (unicode && name.contains("Đ") && line.happens(60, "look-alike")) {
            line.cells.put("full_name", name.replace('Đ', line.random.nextBoolean() ? '\u00D0' : '\u0189'));
        } else if (unicode && line.happens(20, "old font")) {
            line.cells.put(
                    "full_name",
                    line.random.nextInt(100) < line.habit.tcvn3()
                            ? OldFontTest.toTcvn3(name)
                            : OldFontTest.toVni(name));
            line.doubtfulUnlessRight.add("full_name");
        } else if (line.happens(10, "not a name")) {
            line.doubt("full_name", line.pick("Lê 2", "N", "?", "Trần V@n"));
        }
    }

    private void smallLetters(String name) {
        String meant = line.random.nextInt(4) == 0 ? line.pick(MINORITIES) : name;
        line.say("full_name", meant);
        line.cells.put("full_name", meant.toLowerCase(Locale.ROOT));
        line.doubtfulUnlessRight.add("full_name");
    }

    private void nationality() {
        if (line.form.code().equals("M09")) {
            line.say("nationality", line.pick("Hàn Quốc", "Nga", "Anh", "Trung Quốc"));
        } else {
            line.write("nationality", line.happens(100) ? "Việt Nam" : "", "Việt Nam");
        }
    }

    private void phone() {
        String rest = line.digits(6);
        line.say("phone", "0905" + rest);
        if (line.happens(80, "no phone")) {
            line.say("phone", "");
        } else if (line.happens(80, "phone of the family")) {
            line.say("phone", "0914000111");
        } else if (line.happens(60, "zero of the phone lost")) {
            line.cells.put("phone", "905" + rest);
            line.number("phone");
        } else if (line.happens(40, "old phone number")) {
            String[] prefix = line.pick(OLD_PREFIXES).split(":");
            boolean lost = line.random.nextInt(3) == 0;
            line.write("phone", prefix[0].substring(lost ? 1 : 0) + "1" + rest, prefix[1] + "1" + rest);
        } else if (line.happens(40, "phone in other ways")) {
            line.cells.put(
                    "phone",
                    line.random.nextBoolean()
                            ? "+84 905" + rest
                            : "0905." + rest.substring(0, 3) + " " + rest.substring(3));
        } else if (line.happens(20, "phone malformed")) {
            line.doubt(
                    "phone",
                    line.pick(
                            "0905 12",
                            "0905" + rest + "9",
                            "0955" + rest,
                            "9.05123E+08",
                            "0905" + rest + " / 0914" + rest));
        }
    }

    private void insurance() {
        if (!line.happens(300)) {
            return;
        }
        String number = line.pick("56", "56", "79", "01", "08") + line.digits(8);
        line.say("social_insurance", number);
        if (number.startsWith("0") && line.happens(300, "zero of the insurance number lost")) {
            line.cells.put("social_insurance", number.substring(1));
            line.number("social_insurance");
            if (!line.habit.workbook()) {
                line.doubtful.add("social_insurance");
            }
        } else if (line.happens(200, "health insurance card")) {
            line.cells.put("social_insurance", "DN 4 56 " + number);
        } else if (line.happens(30, "insurance number malformed")) {
            line.doubt("social_insurance", line.pick("561234567", "DN656" + number, "5.6E+9", "chưa có"));
        }
    }

    private void place() {
        line.say("address", 1 + line.random.nextInt(200) + " Trần Phú");
        Choice commune = line.pick(line.lists.communes());
        Choice first = line.lists.communes().get(0);
        line.write("residence", commune.label(), commune.code());
        boolean outside =
                line.form.column("residence").filter(FormColumn::acceptsOutside).isPresent();
        if (line.happens(40)) {
            line.write("residence", "Ngoài tỉnh", ReferenceLists.OUTSIDE);
            if (!outside) {
                line.faults.add("outside where the province is meant");
                line.doubtful.add("residence");
            } else if (line.happens(100, "outside without address")) {
                line.doubt("address", "");
            }
        } else if (line.happens(150)) {
            line.cells.put("residence", commune.code());
            if (line.random.nextBoolean()) {
                line.number("residence");
            }
        } else if (line.happens(60, "commune in other words")) {
            String kind = commune.name()
                    .replace("Phường ", "P.")
                    .replace("Xã ", "x. ")
                    .replace("Thị trấn ", "TT ");
            String district = commune.within().replace("Thành phố ", "TP. ").replace("Huyện ", "H. ");
            line.cells.put("residence", commune.within().isEmpty() ? kind : kind + ", " + district);
        } else if (line.happens(10, "commune of several places")) {
            line.doubt("residence", "Vạn Thắng");
        } else if (line.happens(10, "code of another commune")) {
            line.doubt("residence", first.code() + " – Phường Tân Tiến");
        } else if (line.happens(10, "unknown commune")) {
            line.doubt("residence", line.random.nextBoolean() ? "Xã Không Có" : first.name() + ", Bến Cát, Bình Dương");
        }
    }

    private void work(long seed) {
        line.say("position", line.pick("Công nhân", "Tổ trưởng", "Kế toán", ""));
        if (line.asks("workplace")) {
            workplace(seed);
        }
        Choice one = line.lists.activities().get(0);
        Choice other = line.lists.activities().get(1);
        line.write("activities", one.label(), one.code());
        if (line.happens(150)) {
            line.write("activities", one.code() + "; " + other.code().toLowerCase(Locale.ROOT), codes(one, other));
        } else if (line.happens(50, "activities between commas")) {
            line.write("activities", one.code() + ", " + other.name(), codes(one, other));
        } else if (line.happens(10, "unknown activity")) {
            line.doubt("activities", one.code() + "; đi chơi");
        }
    }

    private void workplace(long seed) {
        Choice workplace = line.pick(line.lists.workplaces());
        line.write("workplace", workplace.name(), workplace.code());
        if (line.happens(20, "workplace in capitals")) {
            line.cells.put("workplace", capitals(workplace.name()));
        } else if (line.happens(5, "workplace not registered")) {
            line.doubt("workplace", "Kho chưa đăng ký " + seed % 7);
        }
    }

    private static String codes(Choice one, Choice other) {
        return one.code() + " " + other.code();
    }

    /** Fonts without capitals that have tone marks show small ones; what is meant has none of that. */
    private String capitals(String text) {
        return line.habit.kind().isTcvn3() ? text : text.toUpperCase(Locale.ROOT);
    }

    private void sector() {
        if (!line.asks("sector") || !line.happens(400)) {
            return;
        }
        Choice sector = line.pick(line.lists.sectors());
        line.write("sector", sector.label(), sector.code());
        if (line.happens(200)) {
            line.cells.put("sector", sector.name());
        } else if (line.happens(200, "sector without marks")) {
            line.cells.put("sector", plain(sector.name()));
        } else if (line.happens(300)) {
            line.cells.put("sector", sector.code().replaceFirst("^0", ""));
            line.number("sector");
            if (sector.code().startsWith("0")) {
                line.faults.add("zero of the sector lost");
            }
        } else if (line.happens(30, "unknown sector")) {
            line.doubt("sector", line.pick("buôn bán", "G", "4", sector.code() + " – Nghề khác", "10;47"));
        }
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('đ', 'd')
                .replace('Đ', 'D');
    }

    private void vehicle() {
        if (!line.asks("plate")) {
            return;
        }
        String letter = line.pick("C", "H", "LD");
        String number = line.digits(5);
        line.say("plate", "79" + letter + number);
        if (line.happens(400)) {
            line.cells.put("plate", "79" + letter + "-" + number.substring(0, 3) + "." + number.substring(3));
        } else if (line.happens(100, "plate in small letters")) {
            line.cells.put("plate", "79" + letter.toLowerCase(Locale.ROOT) + " " + number);
        } else if (line.happens(30, "plate malformed")) {
            line.doubt("plate", line.pick("79" + number, letter + "-" + number, "biển tạm", "79C-12", "79-C 1234567"));
        }
        AllowedValue vehicle =
                line.pick(line.form.column("vehicle_type").orElseThrow().values());
        line.write("vehicle_type", vehicle.labelVi(), vehicle.code());
        if (line.happens(100, "value without marks")) {
            line.cells.put("vehicle_type", plain(vehicle.labelVi()).toUpperCase(Locale.ROOT));
        } else if (line.happens(200)) {
            line.cells.put("vehicle_type", line.pick(vehicle.ways()));
        } else if (line.happens(20, "value of no list")) {
            line.doubt("vehicle_type", "Xe bò");
        }
        AllowedValue licence =
                line.pick(line.form.column("licence_class").orElseThrow().values());
        line.write("licence_class", line.random.nextBoolean() ? licence.labelVi() : "", licence.code());
        if (Objects.requireNonNull(line.cells.get("licence_class")).isEmpty()) {
            line.meant.remove("licence_class");
        }
        line.say("route_from", line.pick("Nha Trang", "Ninh Hòa"));
        line.say("route_to", line.pick("Cam Ranh", "TP. Hồ Chí Minh"));
    }

    private void others() {
        line.say("stall", line.pick("A12", "Lô 3, quầy 7", ""));
        line.say("market_days", line.pick("thứ 2, 4, 6", "ngày chẵn", ""));
        line.say("goods", line.pick("rau, cá", "tạp hóa", ""));
        line.say("work_permit", line.pick("GP-0012/KH", ""));
        line.say("sponsor", line.pick("Công ty Biển Xanh", ""));
        line.say("reason", line.pick("Chăm sóc cha mẹ già", "Khám bệnh định kỳ"));
        line.say("note", line.pick("", "", "=1+1", "gọi trước khi đến"));
    }

    private void period(LocalDate today) {
        LocalDate to = today.plusDays(30 + line.random.nextInt(60));
        boolean wrong = true;
        if (line.happens(10, "period reversed or over")) {
            to = today.minusDays(1 + line.random.nextInt(20));
        } else if (line.happens(5, "period too long")) {
            to = today.plusDays(400);
        } else {
            wrong = false;
        }
        line.say("valid_from", CellFormats.text(today));
        line.say("valid_to", CellFormats.text(to));
        if (line.habit.monthFirst() || line.habit.americanSpreadsheet()) {
            identity.turn("valid_from", today);
            identity.turn("valid_to", to);
        } else if (line.habit.workbook() && line.random.nextBoolean()) {
            line.hints.put("valid_from", CellHint.DATE);
            line.hints.put("valid_to", CellHint.DATE);
        }
        if (wrong) {
            line.doubtful.add("valid_to");
        }
    }

    private void leaveOut() {
        if (!line.happens(15, "required cell empty")) {
            return;
        }
        List<String> required = line.form.columns().stream()
                .filter(column -> column.required()
                        && column.defaultValue().isEmpty()
                        && !column.key().equals("document_number")
                        && !column.key().equals("birth_date"))
                .map(FormColumn::key)
                .toList();
        String column = line.pick(required);
        line.hints.remove(column);
        line.doubtfulUnlessRight.remove(column);
        line.doubt(column, "");
        if (column.equals("sex") || column.equals("document_kind")) {
            identity.withoutConfirmation(column.equals("document_kind"));
        }
    }
}
