package vn.khanhhoa.thecovid.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds choices by what people write: code, code and name as in the drop-down list, or a name. */
final class ChoiceIndex {
    private static final List<String> KINDS = List.of("phường ", "xã ", "thị trấn ", "đặc khu ");
    private static final int MOST_REMEMBERED = 5_000;

    /**
     * @param choices all that the text may mean
     * @param byCode whether a code stood in the text
     * @param nameAgrees whether the name beside the code, if any, is the one that belongs to it
     */
    record Match(List<Choice> choices, boolean byCode, boolean nameAgrees) {
        static Match ofCode(Choice choice, String nameGiven) {
            String given = CellText.fold(nameGiven);
            boolean agrees = given.isEmpty()
                    || given.equals(CellText.fold(choice.name()))
                    || given.equals(CellText.fold(choice.fullName()));
            return new Match(List.of(choice), true, agrees);
        }
    }

    private static final Match NONE = new Match(List.of(), false, true);

    private final Map<String, Choice> byCode = new HashMap<>();
    private final Map<String, List<Choice>> byName = new HashMap<>();
    private final Map<String, List<Choice>> byPlainName = new HashMap<>();
    private final Map<String, Match> remembered = new HashMap<>();

    ChoiceIndex(List<Choice> choices) {
        for (Choice choice : choices) {
            byCode.put(choice.code().toUpperCase(Locale.ROOT), choice);
            addName(choice.name(), choice);
            if (!choice.within().isEmpty()) {
                addName(choice.fullName(), choice);
            }
            String name = choice.name().toLowerCase(Locale.ROOT);
            for (String kind : KINDS) {
                if (name.startsWith(kind)) {
                    addName(name.substring(kind.length()), choice);
                }
            }
        }
    }

    private void addName(String name, Choice choice) {
        byName.computeIfAbsent(CellText.key(name), unused -> new ArrayList<>()).add(choice);
        List<Choice> plain = byPlainName.computeIfAbsent(CellText.fold(name), unused -> new ArrayList<>());
        if (!plain.contains(choice)) {
            plain.add(choice);
        }
    }

    /** By name alone, with or without its kind. */
    List<Choice> named(String name) {
        return byName.getOrDefault(CellText.key(name), List.of());
    }

    /** The same whatever the marks are. */
    List<Choice> namedPlainly(String name) {
        return byPlainName.getOrDefault(CellText.fold(name), List.of());
    }

    /** What follows the code at the start of a text. */
    String withoutCode(String text) {
        String rest = text.substring(codeEnd(text));
        int from = 0;
        while (from < rest.length() && !Character.isLetterOrDigit(rest.charAt(from))) {
            from++;
        }
        return rest.substring(from);
    }

    /** By a normalised text. The same few texts come again and again in a list. */
    Match find(String text) {
        Match known = remembered.get(text);
        if (known != null) {
            return known;
        }
        Match found = search(text);
        if (remembered.size() < MOST_REMEMBERED) {
            remembered.put(text, found);
        }
        return found;
    }

    private Match search(String text) {
        List<Choice> named = byName.get(CellText.key(text));
        if (named != null) {
            return new Match(named, false, true);
        }
        return byCode(text.substring(0, codeEnd(text)))
                .map(choice -> Match.ofCode(choice, text.substring(choice.code().length())))
                .orElse(NONE);
    }

    private static int codeEnd(String text) {
        int end = 0;
        while (end < text.length() && isCodeCharacter(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private Optional<Choice> byCode(String code) {
        return Optional.ofNullable(byCode.get(code.toUpperCase(Locale.ROOT)));
    }

    private static boolean isCodeCharacter(char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_' || c == '.';
    }
}
