package vn.khanhhoa.thecovid.eligibility.criteria;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The codes that facts and cells may name, and the catalogue of vaccines. A code has a number, its place on its list, by
 * which facts are held; so a list may grow at its end and never shrink.
 */
public final class Vocabulary {
    /** A code as people read it. */
    public record Named(String code, String nameVi, String nameEn) {
        public String name(Locale language) {
            return language.getLanguage().equals("vi") ? nameVi : nameEn;
        }
    }

    /** A list is asked in one machine word. */
    private static final int MOST_CODES = 64;

    private final List<Vaccine> vaccines;
    private final Map<CodeList, List<Named>> lists = new EnumMap<>(CodeList.class);
    private final Map<CodeList, Map<String, Integer>> numbers = new EnumMap<>(CodeList.class);

    public Vocabulary(List<Vaccine> vaccines, Map<CodeList, List<Named>> others) {
        this.vaccines = List.copyOf(vaccines);
        for (CodeList list : CodeList.values()) {
            lists.put(list, List.copyOf(others.getOrDefault(list, List.of())));
        }
        lists.put(
                CodeList.VACCINE,
                vaccines.stream()
                        .map(vaccine -> new Named(vaccine.code(), vaccine.name(), vaccine.name()))
                        .toList());
        lists.forEach((list, codes) -> {
            Map<String, Integer> byCode = new HashMap<>();
            codes.forEach(code -> byCode.put(code.code(), byCode.size()));
            if (byCode.size() < codes.size() || codes.size() > MOST_CODES) {
                throw new IllegalArgumentException("codes of " + list + " repeat, or are more than " + MOST_CODES);
            }
            numbers.put(list, byCode);
        });
    }

    /** What a portal begins with. */
    public static Vocabulary shipped() {
        try (Reader vaccines = resource("vaccine.csv");
                Reader codes = resource("fact_code.csv")) {
            return read(vaccines, codes);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static Vocabulary read(Reader vaccines, Reader codes) {
        Map<CodeList, List<Named>> lists = new EnumMap<>(CodeList.class);
        for (NamedCsvRecord row : rows(codes)) {
            lists.computeIfAbsent(CodeList.valueOf(row.getField("list")), list -> new ArrayList<>())
                    .add(new Named(row.getField("code"), row.getField("name_vi"), row.getField("name_en")));
        }
        List<Vaccine> catalogue = new ArrayList<>();
        for (NamedCsvRecord row : rows(vaccines)) {
            catalogue.add(new Vaccine(
                    row.getField("code"),
                    row.getField("name"),
                    Integer.parseInt(row.getField("required_doses")),
                    Integer.parseInt(row.getField("min_interval_days")),
                    Integer.parseInt(row.getField("next_dose_days")),
                    Stream.of(row.getField("aliases").split("\\|"))
                            .filter(alias -> !alias.isBlank())
                            .collect(Collectors.toSet())));
        }
        return new Vocabulary(catalogue, lists);
    }

    private static List<NamedCsvRecord> rows(Reader file) {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            return csv.stream().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static Reader resource(String name) {
        InputStream file = Vocabulary.class.getResourceAsStream("/eligibility/" + name);
        if (file == null) {
            throw new IllegalArgumentException("no such file is shipped: " + name);
        }
        return new InputStreamReader(file, StandardCharsets.UTF_8);
    }

    public List<Vaccine> vaccines() {
        return vaccines;
    }

    public List<Named> codes(CodeList list) {
        return lists.getOrDefault(list, List.of());
    }

    /** The number of a code on its list; -1 where it is not there. */
    public int number(CodeList list, String code) {
        return numbers.getOrDefault(list, Map.of()).getOrDefault(code, -1);
    }

    public boolean knows(CodeList list, String code) {
        return number(list, code) >= 0;
    }

    /** The code itself where it is not on the list. */
    public String name(CodeList list, String code, Locale language) {
        int number = number(list, code);
        return number < 0 ? code : codes(list).get(number).name(language);
    }

    /** One bit for each code. */
    long mask(CodeList list, Collection<String> codes) {
        long mask = 0;
        for (String code : codes) {
            if (!knows(list, code)) {
                throw new IllegalArgumentException(list + " has no " + code);
            }
            mask |= 1L << number(list, code);
        }
        return mask;
    }

    Set<String> codes(CodeList list, long mask) {
        Set<String> named = new LinkedHashSet<>();
        for (int i = 0; i < codes(list).size(); i++) {
            if ((mask >>> i & 1) == 1) {
                named.add(codes(list).get(i).code());
            }
        }
        return named;
    }
}
