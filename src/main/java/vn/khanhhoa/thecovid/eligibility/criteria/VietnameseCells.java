package vn.khanhhoa.thecovid.eligibility.criteria;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What stands in a cell as a Vietnamese document says it, in the words of the grammar. */
final class VietnameseCells {
    private static final Pattern DAY = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})");
    private static final Pattern DAY_AND_TIME = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d) (\\d\\d:\\d\\d)");
    private static final Pattern TIME_AND_DAY = Pattern.compile("(\\d\\d:\\d\\d) (\\d{4}-\\d\\d-\\d\\d)");

    private record Word(Pattern said, String meant) {}

    /** Those that begin as others do stand before them. */
    private static final List<Word> WORDS = words(
            "không có hoặc|chưa có hoặc",
            "none or",
            "không thuộc|không phải",
            "none of",
            "một trong|thuộc",
            "any of",
            "không có|chưa có",
            "none",
            "bất kỳ|bất kì",
            "any",
            "không quá|tối đa|nhiều nhất",
            "<=",
            "ít nhất|tối thiểu|từ",
            ">=",
            "dưới",
            "<",
            "trên|quá|hơn",
            ">",
            "đúng|bằng",
            "=",
            "và",
            "and",
            "giờ",
            "hours",
            "ngày",
            "days",
            "tháng",
            "months",
            "tuổi|năm",
            "years",
            "không",
            "no",
            "có",
            "yes");

    private VietnameseCells() {}

    private static List<Word> words(String... pairs) {
        List<Word> words = new ArrayList<>();
        for (int i = 0; i < pairs.length; i += 2) {
            Pattern said = Pattern.compile(
                    "(?<![\\p{L}\\p{N}_])(?:" + pairs[i] + ")(?![\\p{L}\\p{N}_])",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
            words.add(new Word(said, pairs[i + 1]));
        }
        return List.copyOf(words);
    }

    /** Other text stays as it is. */
    static String understood(String text) {
        String read = text;
        for (Word word : WORDS) {
            read = word.said().matcher(read).replaceAll(word.meant());
        }
        read = DAY.matcher(read).replaceAll(VietnameseCells::isoDay);
        read = DAY_AND_TIME.matcher(read).replaceAll("$1T$2");
        return TIME_AND_DAY.matcher(read).replaceAll("$2T$1");
    }

    private static String isoDay(MatchResult day) {
        return String.format(
                Locale.ROOT,
                "%s-%02d-%02d",
                day.group(3),
                Integer.parseInt(day.group(2)),
                Integer.parseInt(day.group(1)));
    }
}
