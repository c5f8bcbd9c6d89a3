package vn.khanhhoa.thecovid.intake;

import java.util.ArrayList;
import java.util.List;

/** The texts that cells refer to by number; the runs of a rich text are joined, its phonetic hints left out. */
final class SharedTexts {
    private static final int MOST_TEXTS = 1_500_000;

    private final List<String> texts;

    private SharedTexts(List<String> texts) {
        this.texts = texts;
    }

    static SharedTexts none() {
        return new SharedTexts(List.of());
    }

    static SharedTexts read(PartXml part, ReadingLimits limits) {
        List<String> texts = new ArrayList<>();
        // One character more than a cell may have, so that the cell can still be told to be too long.
        XmlText text = new XmlText(limits.cellLength() + 1);
        try (PartXml xml = part) {
            while (xml.findStart("si")) {
                if (texts.size() == MOST_TEXTS) {
                    throw new Refusal(UnreadableCode.TOO_MUCH_INSIDE);
                }
                text.clear();
                collect(xml, "si", text);
                texts.add(text.isEmpty() ? "" : text.take());
            }
        }
        return new SharedTexts(texts);
    }

    /** Joins every {@code t} up to the end of the element that was just met. */
    static void collect(PartXml xml, String element, XmlText text) {
        boolean phonetic = false;
        while (true) {
            switch (xml.next()) {
                case START -> {
                    if (xml.is("t") && !phonetic) {
                        xml.text(text);
                    } else if (xml.is("rPh")) {
                        phonetic = true;
                    }
                }
                case END -> {
                    if (xml.is(element)) {
                        return;
                    }
                    phonetic &= !xml.is("rPh");
                }
                case EOF -> throw new Refusal(UnreadableCode.DAMAGED);
            }
        }
    }

    String get(String index) {
        int number = CellText.isDigits(index) && index.length() < 9 ? Integer.parseInt(index) : Integer.MAX_VALUE;
        if (number >= texts.size()) {
            throw new Refusal(UnreadableCode.DAMAGED);
        }
        return texts.get(number);
    }
}
